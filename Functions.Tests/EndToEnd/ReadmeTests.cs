using System.Diagnostics;
using System.Text.RegularExpressions;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd;

/// <summary>The README's commands do what it says.</summary>
public partial class ReadmeTests
{
    [Fact]
    public async Task Curl_examples_work_word_for_word()
    {
        using var home = new TemporaryFolder();
        await using var site = new LocalSiteProcess { DataFolder = home.File("data") };
        await site.Start();
        if (TestAzurite.IsInstalled)
            await site.BlobConnection();
        var examples = ShellBlocks().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md")))
            .Select(match => match.Groups[1].Value).Where(block => block.Contains("curl", StringComparison.Ordinal))
            .Where(block => TestAzurite.IsInstalled || !block.Contains("/uploads", StringComparison.Ordinal)).ToList();
        Assert.True(examples.Sum(block => block.Split("curl ").Length - 1) >= 10, "the README has ten curl examples");
        var answers = await Run(string.Join('\n', examples), home.File("."), site.Client.BaseAddress!.Authority);
        Assert.Equal(["200", "201", "202", "400"], answers.Select(line => line[..3]).Distinct().Order());
        Assert.Equal(1, answers.Count(line => line.StartsWith("400", StringComparison.Ordinal)));
    }

    /// <summary>Runs the script as it stands; only where curl connects to, and what it prints, is ours.</summary>
    private static async Task<List<string>> Run(string script, string folder, string authority)
    {
        var wrapper = $$"""curl() { command curl -sS --connect-to 127.0.0.1:7071:{{authority}} -w '%{stderr}%{http_code} %{url}\n' "$@"; }""";
        var start = new ProcessStartInfo("bash", ["-euc", $"{wrapper}\n{script}"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bash = Process.Start(start)!;
        var bodies = bash.StandardOutput.ReadToEndAsync();
        var statuses = await bash.StandardError.ReadToEndAsync();
        await bash.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(bash.ExitCode == 0, statuses + await bodies);
        return [.. statuses.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlocks();
}
