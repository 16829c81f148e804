using System.Diagnostics;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Commands;

/// <summary><c>./news deploy</c> with an <c>az</c> that writes down what it is asked and does nothing.</summary>
public sealed class DeployCommandTests : IDisposable
{
    private const string Az = """
        #!/usr/bin/env bash
        echo "az $*" >> "$LOG"
        [ -n "${NEWS_IMAGE:-}" ] && echo "image $NEWS_IMAGE secret ${#NEWS_PREVIEW_SECRET}" >> "$LOG"
        case "$*" in
          "bicep version") exit "${BICEP:-0}" ;;
          "account show") exit "${LOGGED_IN:-0}" ;;
          "group exists"*) echo "${GROUP:-true}" ;;
          "keyvault list"*) echo "${VAULT:-}" ;;
          *outputs.siteUrl*) echo https://bao.azurefd.net ;;
          *outputs.server*) echo bao.azurecr.io ;;
          *outputs.*) echo "$*" | sed -E 's/.*outputs\.([A-Za-z]+)\.value.*/the-\1/' ;;
        esac
        """;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _folder = new();

    public DeployCommandTests()
    {
        Directory.CreateDirectory(_folder.File("bin"));
        Program("curl", """
            #!/usr/bin/env bash
            echo "curl ${*: -1}" >> "$LOG"
            exit "${CURL:-0}"
            """);
        foreach (var tool in new[] { "bash", "cat", "cut", "date", "dirname", "echo", "env", "git", "grep", "openssl", "readlink", "sed", "sleep" })
            File.CreateSymbolicLink(_folder.File($"bin/{tool}"), new[] { "/usr/bin", "/bin" }.Select(place => $"{place}/{tool}").First(File.Exists));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Help_tells_every_option()
    {
        var (code, output, _) = await Deploy([], "--help");
        Assert.Equal(0, code);
        Assert.All(new[] { "--name", "--size", "--resource-group", "--location", "--site-url", "--email", "--what-if", "--events-only" }, option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--name must be 3 to 11 small letters and digits, a letter first")]
    [InlineData("--name must be 3 to 11 small letters and digits, a letter first", "--name", "Báo")]
    [InlineData("--size must be small or large", "--name", "bao", "--size", "huge")]
    [InlineData("--name needs a value", "--name")]
    [InlineData("unknown option '--nmae'", "--nmae", "bao")]
    public async Task Slip_is_one_line(string line, params string[] args)
    {
        var (code, output, error) = await Deploy([], args);
        Assert.Equal((2, "", $"news deploy: {line}. See ./news deploy --help\n"), (code, output, error));
    }

    [Fact]
    public async Task Without_az_it_says_so_and_does_nothing()
    {
        var (code, _, error) = await Deploy([], "--name", "bao");
        Assert.Equal((1, "news deploy: this is missing:\n  - az, the Azure CLI, is not installed: https://aka.ms/install-azure-cli\n"), (code, error));
    }

    [Fact]
    public async Task All_that_is_missing_is_told_at_once()
    {
        Program("az", Az);
        File.Delete(_folder.File("bin/openssl"));
        var (code, _, error) = await Deploy([("LOGGED_IN", "1"), ("BICEP", "1")], "--name", "bao");
        Assert.Equal(1, code);
        Assert.Equal(["openssl", "Bicep", "az"], error.Split('\n').Where(line => line.StartsWith("  - ", StringComparison.Ordinal)).Select(line => line[4..].Split(' ')[0]));
        Assert.DoesNotContain(Log(), line => line.Contains("create", StringComparison.Ordinal));
    }

    [Fact]
    public async Task First_time_it_makes_everything_in_an_order_that_works()
    {
        Program("az", Az);
        var (code, output, error) = await Deploy([], "--name", "bao", "--size", "large", "--email", "toasoan@example.org");
        Assert.True(code == 0, error);
        Assert.Equal(
            ["az group create", "az deployment group create --resource-group bao --name registry", "az acr build --registry the-name", "az deployment group create --resource-group bao --name site", "curl https://bao.azurefd.net/health/live", "az deployment group create --resource-group bao --name events"],
            Log().Where(line => line.Contains("create", StringComparison.Ordinal) || line.Contains("acr build", StringComparison.Ordinal) || line.StartsWith("curl", StringComparison.Ordinal))
                .Select(line => line.Split(" --location")[0].Split(" --template-file")[0].Split(" --image")[0].Replace("az group create --name bao", "az group create", StringComparison.Ordinal)));
        Assert.Contains(Log(), line => line.Contains("--parameters infra/large.bicepparam", StringComparison.Ordinal));
        Assert.Contains(Log(), line => line.StartsWith("image bao.azurecr.io/news:", StringComparison.Ordinal) && line.EndsWith(" secret 64", StringComparison.Ordinal));
        Assert.Contains("vaultName=the-vaultName appHost=the-appHost", string.Concat(Log()), StringComparison.Ordinal);
        Assert.Contains("The site is https://bao.azurefd.net\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_the_preview_secret_of_the_vault_stays()
    {
        Program("az", Az);
        var (code, _, error) = await Deploy([("VAULT", "/subscriptions/x/vaults/bao")], "--name", "bao");
        Assert.True(code == 0, error);
        Assert.Contains(Log(), line => line.EndsWith(" secret 0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_if_changes_nothing()
    {
        Program("az", Az);
        var (code, _, error) = await Deploy([], "--name", "bao", "--what-if");
        Assert.True(code == 0, error);
        Assert.Contains(Log(), line => line.StartsWith("az deployment group what-if --resource-group bao --name site", StringComparison.Ordinal));
        Assert.DoesNotContain(Log(), line => line.Contains("create", StringComparison.Ordinal) || line.Contains("acr", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Site_that_does_not_come_up_is_told_with_where_to_look()
    {
        Program("az", Az);
        var (code, _, error) = await Deploy([("CURL", "22")], "--name", "bao");
        Assert.Equal(1, code);
        Assert.Contains("https://bao.azurefd.net does not answer. Its log: az containerapp logs show --name the-appName --resource-group bao", error, StringComparison.Ordinal);
        Assert.DoesNotContain(Log(), line => line.Contains("--name events", StringComparison.Ordinal));
    }

    private string[] Log() => File.Exists(_folder.File("log")) ? File.ReadAllLines(_folder.File("log")) : [];

    private void Program(string name, string text)
    {
        File.WriteAllText(_folder.File($"bin/{name}"), text + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.File($"bin/{name}"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task<(int Code, string Output, string Error)> Deploy((string Name, string Value)[] variables, params string[] args)
    {
        var start = new ProcessStartInfo("/bin/bash", [Path.Combine(Repository.Root, "news"), "deploy", .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PATH"] = _folder.File("bin"), ["LOG"] = _folder.File("log"), ["NEWS_DEPLOY_TRIES"] = "3", ["NEWS_DEPLOY_PAUSE"] = "0" },
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(_patience);
        return (process.ExitCode, await output, await error);
    }
}
