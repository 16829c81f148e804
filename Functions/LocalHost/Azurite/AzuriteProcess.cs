using System.Diagnostics;
using System.Globalization;

namespace News.Functions.LocalHost.Azurite;

/// <summary>One life of Azurite, from its start to its end.</summary>
internal sealed class AzuriteProcess : IDisposable
{
    private const string ListeningText = "successfully listens on http://127.0.0.1:";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;
    private readonly TextWriter _log;

    /// <param name="log">What it prints goes there.</param>
    public AzuriteProcess(ProcessStartInfo start, TextWriter log)
    {
        (_log, _process) = (log, new Process { StartInfo = start });
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Exited = _process.WaitForExitAsync();
    }

    public Process Process => _process;

    public Task Exited { get; }

    /// <summary>The port, once it listens; null when it ended before.</summary>
    public async Task<int?> Listening(CancellationToken ct) =>
        await Task.WhenAny(_port.Task, Exited).WaitAsync(ct) == Exited && !_port.Task.IsCompleted ? null : await _port.Task;

    /// <summary>Lets it save and end, by closing its standard input; kills it when it does not.</summary>
    public async Task End()
    {
        _process.StandardInput.Close();
        if (await Task.WhenAny(Exited, Task.Delay(_patience)) == Exited)
            return;
        _process.Kill();
        await Exited;
    }

    public void Dispose()
    {
        _process.Dispose();
        _log.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        _log.WriteLine(line);
        var at = line.IndexOf(ListeningText, StringComparison.Ordinal);
        if (at >= 0 && int.TryParse(line[(at + ListeningText.Length)..], CultureInfo.InvariantCulture, out var port))
            _port.TrySetResult(port);
    }
}
