using System.Diagnostics;

namespace News.Functions.Tests.EndToEnd.WorkerHost;

/// <summary>The operating system's process of a worker: started, watched and ended.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(60);
    private readonly Process _process = new();
    private readonly WorkerOutput _output;

    public WorkerProcess(string appFolder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings, WorkerOutput output)
    {
        _output = output;
        _process.StartInfo = StartInfo(appFolder, arguments, settings);
        _process.OutputDataReceived += (_, line) => output.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => output.Add(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Exited = _process.WaitForExitAsync();
    }

    public int Id => _process.Id;

    public Task Exited { get; }

    /// <summary>Waits for something the worker owes; its exit, its silence or a cancellation ends the wait.</summary>
    public async Task<T> WaitFor<T>(Task<T> wanted, string what, CancellationToken token)
    {
        try
        {
            var first = await Task.WhenAny(wanted, Exited).WaitAsync(_deadline, token);
            return first == wanted ? await wanted : throw new IOException($"The process ended with code {_process.ExitCode}.");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw new InvalidOperationException($"The worker failed at: {what}. {error.Message}\n{_output}", error);
        }
    }

    /// <summary>Asks the process to end and gives it time to finish what it does; returns its exit code.</summary>
    public async Task<int> Terminate(TimeSpan patience)
    {
        if (!Exited.IsCompleted && !OperatingSystem.IsWindows()) Process.Start("/bin/sh", ["-c", $"kill -TERM {Id} 2>&-"]).Dispose();
        await Task.WhenAny(Exited, Task.Delay(patience));
        return await Kill();
    }

    /// <summary>Ends the process at once, as a crash would; returns its exit code.</summary>
    public async Task<int> Kill()
    {
        if (!Exited.IsCompleted) _process.Kill(entireProcessTree: true);
        await Exited;
        return _process.ExitCode;
    }

    public void Dispose() => _process.Dispose();

    private static ProcessStartInfo StartInfo(string appFolder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings)
    {
        var info = new ProcessStartInfo("dotnet", ["Functions.dll", .. arguments])
        {
            WorkingDirectory = appFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = appFolder;
        info.Environment["FUNCTIONS_WORKER_DIRECTORY"] = appFolder;
        foreach (var (name, value) in settings) info.Environment[name] = value;
        return info;
    }
}
