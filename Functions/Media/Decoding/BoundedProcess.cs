using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace News.Functions.Media.Decoding;

/// <summary>
/// Runs a decoder as a child process that can harm nobody: no shell, no environment, no input, a working folder of its own, and
/// limits of the kernel on its memory, processor time and the size of what it writes (<c>prlimit</c> of util-linux). It is killed
/// with its children when its time is over, and by the kernel when this process dies first (<c>setpriv</c> of util-linux). None
/// that is run here opens addresses of the network.
/// </summary>
/// <param name="processors">How many it may keep busy for all of its time.</param>
public sealed class BoundedProcess(long memoryBytes, long fileBytes, TimeSpan time, int processors = 1)
{
    private const string Path = "/usr/local/bin:/usr/bin:/bin";
    private const int KeptOutput = 65_536;

    /// <summary>Whether a program is on this machine, where distributions put programs.</summary>
    public static bool Finds(string program) => Path.Split(':').Any(folder => File.Exists($"{folder}/{program}"));

    /// <summary>Runs it to its end.</summary>
    /// <param name="heard">Told each line that it prints.</param>
    /// <returns>The beginning of what it printed; null where it failed, broke a limit or was too slow.</returns>
    public async Task<string?> Run(
        string program, IEnumerable<string> arguments, string folder, CancellationToken ct, Func<string, Task>? heard = null)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(time);
        var (process, ended) = await Start(StartInfo(program, arguments, folder));
        using (process)
        {
            try
            {
                var said = heard is null ? Drain(process.StandardOutput, limited.Token) : Tell(process.StandardOutput, heard, limited.Token);
                await Task.WhenAll(said, Drain(process.StandardError, limited.Token));
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
                await ended;
            }
        }
    }

    /// <summary>The kernel kills the child when the thread that started it ends, so that thread does nothing but wait for it.</summary>
    private static async Task<(Process Process, Task Ended)> Start(ProcessStartInfo info)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = Task.Factory.StartNew(
            () =>
            {
                try
                {
                    var process = Process.Start(info)!;
                    started.SetResult(process);
                    process.WaitForExit();
                }
                catch (Exception fault)
                {
                    started.TrySetException(fault);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        return (await started.Task, ended);
    }

    /// <summary>Reads to the end, so that the child never waits, and keeps the beginning.</summary>
    private static async Task<string> Drain(StreamReader reader, CancellationToken ct)
    {
        var (kept, buffer) = (new StringBuilder(), new char[4_096]);
        while (await reader.ReadAsync(buffer, ct) is > 0 and var count)
            kept.Append(buffer, 0, Math.Min(count, KeptOutput - kept.Length));
        return kept.ToString();
    }

    private static async Task<string> Tell(StreamReader reader, Func<string, Task> heard, CancellationToken ct)
    {
        while (await reader.ReadLineAsync(ct) is { } line)
            await heard(line);
        return "";
    }

    private ProcessStartInfo StartInfo(string program, IEnumerable<string> arguments, string folder)
    {
        string[] limits = [Limit("as", memoryBytes), Limit("fsize", fileBytes), Limit("cpu", (long)time.TotalSeconds * processors)];
        var start = new ProcessStartInfo("setpriv", ["--pdeathsig", "KILL", "prlimit", .. limits, "--", program, .. arguments])
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
