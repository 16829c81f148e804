using System.Diagnostics;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Commands;

/// <summary>The command list, and the built app started by hand: a slip is told in words, not by a stack trace.</summary>
public class NewsCommandTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("--filter")]
    [InlineData("--filter", "")]
    public async Task Test_with_a_filter_without_text_says_so(params string[] args)
    {
        var (code, output, error) = await Run("bash", [Path.Combine(Repository.Root, "news"), "test", .. args]);
        Assert.Equal((2, ""), (code, output));
        Assert.Equal("news test: --filter needs a text, such as --filter Authors\n", error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task App_tells_its_options_and_settings_and_does_not_start(string arg)
    {
        var (code, output, error) = await App("--port", "0", arg);
        Assert.Equal((0, ""), (code, error));
        Assert.All(Settings.All, setting => Assert.Contains($"--{setting.Key}=", output, StringComparison.Ordinal));
        var (_, same, _) = await Run("bash", [Path.Combine(Repository.Root, "news"), "up", "--help"]);
        Assert.Equal(Options(same), Options(output));
    }

    [Theory]
    [InlineData("--Sample:Empty=maybe", "The setting Sample:Empty must be true or false; it is 'maybe'.\n")]
    [InlineData("--data=", "The option --data needs a value.\n")]
    public async Task Slip_is_one_line(string arg, string line) => Assert.Equal((1, "", line), await App("--port", "0", arg));

    private static List<string> Options(string help) => [.. help.Split('\n').Where(line => line.StartsWith("  --", StringComparison.Ordinal) && !line.Contains(':', StringComparison.Ordinal))];

    private static Task<(int Code, string Output, string Error)> App(params string[] args) =>
        Run("dotnet", [Path.Combine(Repository.AppFolder, "Functions.dll"), .. args]);

    private static async Task<(int Code, string Output, string Error)> Run(string command, string[] args)
    {
        using var home = new TemporaryFolder();
        using var process = Process.Start(new ProcessStartInfo(command, args)
        {
            WorkingDirectory = home.File("."),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(_patience);
        return (process.ExitCode, await output, await error);
    }
}
