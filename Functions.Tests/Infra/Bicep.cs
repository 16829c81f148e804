using System.Diagnostics;
using System.Reflection;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Infra;

/// <summary>The Bicep compiler, which NuGet brings along; it needs no network and no subscription.</summary>
public static class Bicep
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private static readonly string _program = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == "Bicep").Value!;

    /// <summary>The folder of the infrastructure.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "infra");

    /// <summary>Every Bicep file, by its path in that folder.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.bicep", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    /// <summary>What it writes to both outputs.</summary>
    public static async Task<(string Output, string Complaints)> Run(params string[] args)
    {
        Assert.SkipUnless(File.Exists(_program), "the Bicep compiler is for Linux on x64 only");
        using var process = Process.Start(new ProcessStartInfo(_program, args)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["NEWS_NAME"] = "bao", ["NEWS_IMAGE"] = "bao.azurecr.io/news:1", ["NEWS_PREVIEW_SECRET"] = "", ["NEWS_ALERT_EMAIL"] = "toasoan@example.org" },
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(_patience);
        return (await output, await error);
    }
}
