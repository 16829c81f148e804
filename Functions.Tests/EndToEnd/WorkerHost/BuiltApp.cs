namespace News.Functions.Tests.EndToEnd.WorkerHost;

/// <summary>The function app as the build left it, in the configuration of these tests.</summary>
public static class BuiltApp
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        var (framework, configuration) = (tests.Name, tests.Parent!.Name);
        return Path.GetFullPath(Path.Combine(tests.FullName, "../../../../Functions/bin", configuration, framework));
    }
}
