using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Xunit;

namespace News.Functions.Tests.Support;

/// <summary>One Azurite for all tests of a run; whoever asks gets an empty account of it.</summary>
public sealed class TestAzurite : IAsyncDisposable
{
    /// <summary>Why a test that needs it is skipped.</summary>
    public const string Missing = "Azurite is not installed: Node.js is missing, or npm ci has not run in tools/azurite";

    private const int Accounts = 64;
    private const string ListeningText = "successfully listens on http://127.0.0.1:";
    private static readonly string _tool = Path.Combine(Repository.Root, "tools", "azurite");
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly string _key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("news-azurite-");
    private readonly Lazy<Task<int>> _port;
    private Process? _process;
    private int _given;

    public TestAzurite() => _port = new(Start);

    /// <summary>Whether it can be started here.</summary>
    public static bool IsInstalled { get; } = Directory.Exists(Path.Combine(_tool, "node_modules", "azurite")) && HasNode();

    /// <summary>The connection string of an account that nobody else uses; skips the test where there is no Azurite.</summary>
    public async Task<string> Account()
    {
        Assert.SkipUnless(IsInstalled, Missing);
        var name = $"test{Interlocked.Increment(ref _given) % Accounts}";
        return $"DefaultEndpointsProtocol=http;AccountName={name};AccountKey={_key};BlobEndpoint=http://127.0.0.1:{await _port.Value}/{name};";
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _data.Delete(recursive: true);
    }

    private async Task<int> Start()
    {
        var start = new ProcessStartInfo("node", [
            Path.Combine(_tool, "start.cjs"), "--blobHost", "127.0.0.1", "--blobPort", "0", "--location", _data.FullName, "--silent", "--disableTelemetry", "--skipApiVersionCheck",
        ])
        {
            // It ends when this closes, even when the tests are killed.
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(0, Accounts).Select(n => $"test{n}:{_key}")) },
        };
        var port = new TaskCompletionSource<int>();
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.IndexOf(ListeningText, StringComparison.Ordinal) is >= 0 and var at)
                port.TrySetResult(int.Parse(line.Data[(at + ListeningText.Length)..], CultureInfo.InvariantCulture));
        };
        _process.Start();
        _process.BeginOutputReadLine();
        return await port.Task.WaitAsync(_patience);
    }

    private static bool HasNode() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "node")));
}
