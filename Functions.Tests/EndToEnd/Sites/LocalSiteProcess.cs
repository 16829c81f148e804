using System.Collections.Concurrent;
using System.Diagnostics;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Sites;

/// <summary>The local host as <c>./news up</c> starts it, on a free port and a folder of its own.</summary>
public class LocalSiteProcess : RunningSite
{
    private const string ListeningLine = "Listening on ";
    private const string KeyLine = "Newsroom key: ";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> _output = new();
    private Process? _process;

    /// <summary>Where this site keeps its data; stays over restarts.</summary>
    public string DataFolder { get; init; } = Directory.CreateTempSubdirectory("news-").FullName;

    /// <summary>More options of the process.</summary>
    public IReadOnlyList<string> Options { get; init; } = ["--empty"];

    /// <summary>More environment variables of the process.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Everything the process has printed.</summary>
    public string Output => string.Join('\n', _output);

    /// <inheritdoc/>
    public override async Task<string> BlobConnection()
    {
        Assert.SkipUnless(TestAzurite.IsInstalled, TestAzurite.Missing);
        var ready = await Poll.Until(IsComplete);
        Assert.True(ready, Output);
        return (await File.ReadAllTextAsync(Path.Combine(DataFolder, "blob-connection"))).Trim();
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await Kill();
        // Azurite ends a moment after its site, and saves until then.
        await Poll.Until(() => Task.FromResult(IsDeleted()));
        GC.SuppressFinalize(this);
    }

    private bool IsDeleted()
    {
        try
        {
            if (Directory.Exists(DataFolder))
                Directory.Delete(DataFolder, recursive: true);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Starts the process and waits until it has greeted.</summary>
    public override async Task Start()
    {
        var listening = new TaskCompletionSource<string>();
        var key = new TaskCompletionSource<string>();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Repository.AppFolder, "Functions.dll"), "--port", "0", "--data", DataFolder, .. Options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["Repair__Schedule"] = "* * * * * *", ["Schedule__Schedule"] = "* * * * * *", ["MostRead__Schedule"] = "* * * * * *" },
        };
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data, listening, key);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, listening, key);
        _process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The site ended: {Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var address = await listening.Task.WaitAsync(_patience);
        Key = await key.Task.WaitAsync(_patience);
        Client?.Dispose();
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(address) };
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        if (_process is null)
            return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>SIGTERM, and time to finish what it does; returns its exit code.</summary>
    public async Task<int> Stop()
    {
        using var signal = Process.Start("/bin/sh", ["-c", $"kill -TERM {_process!.Id}"]);
        await _process.WaitForExitAsync();
        var code = _process.ExitCode;
        _process.Dispose();
        _process = null;
        return code;
    }

    private void Hear(string? line, TaskCompletionSource<string> listening, TaskCompletionSource<string> key)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        if (line.StartsWith(ListeningLine, StringComparison.Ordinal))
            listening.TrySetResult(line[ListeningLine.Length..]);
        if (line.StartsWith(KeyLine, StringComparison.Ordinal))
            key.TrySetResult(line[KeyLine.Length..]);
    }
}
