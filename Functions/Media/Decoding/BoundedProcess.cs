using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace News.Functions.Media.Decoding;

/// <summary>
/// Runs a decoder as a child process that can harm nobody: no shell, no environment, no input, a working folder of its own, and
/// limits of the kernel on its memory, processor time and the size of what it writes (<c>prlimit</c> of util-linux). It is killed
/// with its children when its time is over. None that is run here opens addresses of the network.
/// </summary>
public sealed class BoundedProcess(long memoryBytes, long fileBytes, TimeSpan time)
{
    private const string Path = "/usr/local/bin:/usr/bin:/bin";
    private const int KeptOutput = 65_536;

    /// <summary>Whether a program is on this machine, where distributions put programs.</summary>
    public static bool Finds(string program) => Path.Split(':').Any(folder => File.Exists($"{folder}/{program}"));

    /// <summary>Runs it to its end.</summary>
    /// <returns>The beginning of what it printed; null where it failed, broke a limit or was too slow.</returns>
    public async Task<string?> Run(string program, IEnumerable<string> arguments, string folder, CancellationToken ct)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(time);
        using var process = Process.Start(Start(program, arguments, folder))!;
        try
        {
            var (said, complained) = (Drain(process.StandardOutput, limited.Token), Drain(process.StandardError, limited.Token));
            await Task.WhenAll(said, complained);
            await process.WaitForExitAsync(limited.Token);
            return process.ExitCode == 0 ? await said : null;
        }
        catch (OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            return null;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Reads to the end, so that the child never waits, and keeps the beginning.</summary>
    private static async Task<string> Drain(StreamReader reader, CancellationToken ct)
    {
        var (kept, buffer) = (new StringBuilder(), new char[4_096]);
        while (await reader.ReadAsync(buffer, ct) is > 0 and var count)
            kept.Append(buffer, 0, Math.Min(count, KeptOutput - kept.Length));
        return kept.ToString();
    }

    private ProcessStartInfo Start(string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo("prlimit", [Limit("as", memoryBytes), Limit("fsize", fileBytes), Limit("cpu", (long)time.TotalSeconds), "--", program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Path;
        return start;
    }

    private static string Limit(string name, long value) => string.Create(CultureInfo.InvariantCulture, $"--{name}={value}");
}
