using System.Diagnostics;
using System.Globalization;

namespace News.Functions.LocalHost.Azurite;

/// <summary>
/// The Azurite of an earlier process of this site. It ends by itself soon after that process, but two must never have one folder open;
/// so a file tells the next process which one that was.
/// </summary>
internal sealed class Predecessor(string file)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    // A process of the same number that was started at another time is somebody else's.
    private static readonly TimeSpan _sameStart = TimeSpan.FromSeconds(2);

    /// <summary>Notes the one that runs now; whoever reads it meanwhile finds the old note or the new one, never half.</summary>
    public void Note(Process process)
    {
        var draft = file + ".new";
        File.WriteAllText(draft, string.Create(CultureInfo.InvariantCulture, $"{process.Id} {process.StartTime.ToUniversalTime().Ticks}"));
        File.Move(draft, file, overwrite: true);
    }

    /// <summary>Returns when it has ended; one that does not is killed.</summary>
    public async Task End(CancellationToken ct)
    {
        using var process = Find();
        if (process is null)
            return;
        try
        {
            await process.WaitForExitAsync(ct).WaitAsync(_patience, ct);
        }
        catch (TimeoutException)
        {
            process.Kill();
            await process.WaitForExitAsync(ct);
        }
    }

    private Process? Find()
    {
        var parts = File.Exists(file) ? File.ReadAllText(file).Split(' ') : [];
        if (parts.Length != 2 || !int.TryParse(parts[0], CultureInfo.InvariantCulture, out var id) || !long.TryParse(parts[1], CultureInfo.InvariantCulture, out var ticks))
            return null;
        try
        {
            var process = Process.GetProcessById(id);
            if ((process.StartTime.ToUniversalTime() - new DateTime(ticks, DateTimeKind.Utc)).Duration() < _sameStart)
                return process;
            process.Dispose();
            return null;
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            return null; // it has ended
        }
    }
}
