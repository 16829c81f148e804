using System.Diagnostics;
using System.Text.Json.Nodes;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Rules;

/// <summary>No package with a known weakness, as far as the package source tells.</summary>
public class AuditRules
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task No_package_of_the_app_is_known_to_be_weak()
    {
        var (code, output) = await List();
        Assert.SkipWhen(code != 0, $"the packages could not be listed: {output}");
        var list = JsonNode.Parse(output)!;
        foreach (var source in list["sources"]!.AsArray())
            Assert.SkipUnless(await KnowsWeaknesses((string)source!), "a package source does not tell which packages are weak");
        Assert.DoesNotContain("\"vulnerabilities\"", output, StringComparison.Ordinal);
    }

    /// <summary>A source without such a list makes the tool say that all is well.</summary>
    private static async Task<bool> KnowsWeaknesses(string source)
    {
        try
        {
            using var client = new HttpClient { Timeout = _patience };
            return (await client.GetStringAsync(source, TestContext.Current.CancellationToken)).Contains("VulnerabilityInfo/", StringComparison.Ordinal);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static async Task<(int Code, string Output)> List()
    {
        string[] args = ["list", "Functions/Functions.csproj", "package", "--vulnerable", "--include-transitive", "--format", "json"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", args) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync().WaitAsync(_patience);
            return (process.ExitCode, await output);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, "it took too long");
        }
    }
}
