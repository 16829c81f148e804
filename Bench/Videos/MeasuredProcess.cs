using System.Diagnostics;
using News.Bench.Servers;

namespace News.Bench.Videos;

/// <summary>Runs a program to its end, and watches what it and all its children take meanwhile.</summary>
public static class MeasuredProcess
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The time from its start to its end, and its memory at the peak.</summary>
    /// <exception cref="BenchException">It is not there, or failed.</exception>
    public static async Task<Making> Run(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        using var process = Start(program, arguments);
        try
        {
            var ended = process.WaitForExitAsync(ct);
            long peak = 0;
            while (await Task.WhenAny(ended, Task.Delay(_pause, ct)) != ended)
                peak = Math.Max(peak, Peak(process.Id));
            await ended;
            return process.ExitCode == 0 ? new(clock.Elapsed, peak) : throw new BenchException($"{program} failed with {process.ExitCode}.");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(string program, IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(program, arguments);
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new BenchException($"{program} could not be started: {fault.Message}", fault);
        }
    }

    /// <summary>
    /// The most each process that runs now ever had resident, summed: nothing between two looks is missed, and where the peaks of two
    /// processes are not at the same moment it is too much rather than too little.
    /// </summary>
    private static long Peak(int process)
    {
        try
        {
            return Usage.Of(Usage.TreeOf(process)).PeakBytes;
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException)
        {
            return 0; // one of them has just ended
        }
    }
}
