namespace News.Functions.Tests.Media.Filming;

/// <summary>Which programs run where.</summary>
public static class Processes
{
    /// <summary>The numbers of those whose working folder is this or lies in it.</summary>
    public static List<string> In(string folder) => [.. Directory.EnumerateDirectories("/proc").Where(process => IsIn(process, folder))];

    private static bool IsIn(string process, string folder)
    {
        try
        {
            return char.IsAsciiDigit(Path.GetFileName(process)[0])
                && new FileInfo($"{process}/cwd").LinkTarget is { } target && target.StartsWith(folder, StringComparison.Ordinal);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false; // it has ended meanwhile, or is somebody else's
        }
    }
}
