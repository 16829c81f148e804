using System.ComponentModel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using News.Functions.LocalHost.Keys;

namespace News.Functions.LocalHost.Azurite;

/// <summary>
/// Keeps Azurite running while the site does. It starts once the site answers, so that readers do not wait for it, and ends after the
/// last request. When it dies it is started again, each time after a longer pause.
/// </summary>
internal sealed partial class AzuriteSupervisor(
    Premises premises, AccountKey key, AzuritePort port, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<AzuriteSupervisor> logger)
    : BackgroundService
{
    private const long LogBytes = 1024 * 1024;
    private static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(30);

    private readonly Predecessor _predecessor = new(InFolder(premises, "azurite.pid"));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (AzuriteFolder.Find(AppContext.BaseDirectory) is not { } azurite || !AzuriteFolder.IsInstalled(azurite))
        {
            LogMissing();
            return;
        }

        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, time, lifetime.ApplicationStarted).WaitAsync(stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stoppingToken.ThrowIfCancellationRequested();
            await _predecessor.End(stoppingToken);
            await Keep(azurite, stoppingToken);
        }
        catch (Win32Exception fault)
        {
            LogNoNode(fault.Message);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops.
        }
    }

    private async Task Keep(string azurite, CancellationToken ct)
    {
        for (var pause = _firstPause; ; pause = pause * 2 < _longestPause ? pause * 2 : _longestPause)
        {
            if (await Live(azurite, ct))
                pause = _firstPause;
            LogDied(pause.TotalSeconds, InFolder(premises, "azurite.log"));
            await Task.Delay(pause, time, ct);
        }
    }

    /// <summary>One life; returns whether it ever listened.</summary>
    private async Task<bool> Live(string azurite, CancellationToken ct)
    {
        var data = Directory.CreateDirectory(InFolder(premises, "blobs")).FullName;
        using var process = new AzuriteProcess(AzuriteFolder.Start(azurite, data, key.ForAzurite), OpenLog());
        try
        {
            _predecessor.Note(process.Process);
            var number = await process.Listening(ct);
            if (number is { } listening)
                SecretFile.Write(InFolder(premises, "blob-connection"), key.Connection(listening));
            port.Number = number;
            await process.Exited.WaitAsync(ct);
            return number is not null;
        }
        finally
        {
            if (ct.IsCancellationRequested)
                await process.End();
            port.Number = null;
        }
    }

    private TextWriter OpenLog()
    {
        var file = InFolder(premises, "azurite.log");
        var mode = File.Exists(file) && new FileInfo(file).Length > LogBytes ? FileMode.Create : FileMode.Append;
        return TextWriter.Synchronized(new StreamWriter(new FileStream(file, mode, FileAccess.Write, FileShare.Read)) { AutoFlush = true });
    }

    private static string InFolder(Premises premises, string name) => Path.Combine(premises.Folder.Path, name);

    [LoggerMessage(LogLevel.Error, "Pictures and videos cannot be taken: Azurite is not installed. Start the site with ./news up, which installs it, "
        + "or run npm ci in tools/azurite. Articles are served.")]
    private partial void LogMissing();

    [LoggerMessage(LogLevel.Error, "Pictures and videos cannot be taken: node did not start ({Why}). Install Node.js 20 or newer with npm "
        + "(Debian: apt-get install nodejs npm) and start the site again. Articles are served.")]
    private partial void LogNoNode(string why);

    [LoggerMessage(LogLevel.Warning, "Azurite ended; it is started again in {Seconds} s. What it said is in {Log}")]
    private partial void LogDied(double seconds, string log);
}
