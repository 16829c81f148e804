namespace News.Functions.Tests.Support;

/// <summary>Where things are while tests run.</summary>
public static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>The built app that belongs to this build of the tests.</summary>
    public static string AppFolder { get; } =
        Path.Combine(Root, "Functions", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0");

    /// <summary>Whether the long versions of tests run.</summary>
    public static bool Soak { get; } = Environment.GetEnvironmentVariable("NEWS_SOAK") == "1";

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "News.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside their repository.");
    }
}
