using Microsoft.AspNetCore.Http;

namespace News.Functions.Tests.EndToEnd.WorkerFront;

/// <summary>The keys of the host and what they open.</summary>
public static class HostKeys
{
    public const string Function = "function-key-of-the-tests";
    public const string Master = "master-key-of-the-tests";

    /// <summary>The header decides when it is there, else the query's <c>code</c>; the admin level takes the master key only.</summary>
    internal static bool Allow(string authLevel, HttpRequest request)
    {
        var key = request.Headers.TryGetValue("x-functions-key", out var header) ? header : request.Query["code"];
        return authLevel switch
        {
            "anonymous" => true,
            "function" => key == Function || key == Master,
            _ => key == Master,
        };
    }
}
