namespace News.Functions.Tests.EndToEnd.WorkerHost;

/// <summary>What the worker's status messages say, as text.</summary>
internal static class StatusText
{
    public static bool Succeeded(this StatusResult? result) => result?.Status == StatusResult.Types.Status.Success;

    /// <summary>Null when the worker reported success.</summary>
    public static string? Error(this StatusResult? result)
    {
        if (result.Succeeded()) return null;
        return $"{result?.Status.ToString() ?? "No result"} {result?.Exception.Describe()}".TrimEnd();
    }

    public static string Describe(this RpcException? exception) =>
        exception is null ? "" : $"{exception.Type} {exception.Message}\n{exception.StackTrace}".Trim();
}
