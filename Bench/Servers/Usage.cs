using System.Globalization;

namespace News.Bench.Servers;

/// <summary>What a process has used so far, as the kernel counts it.</summary>
/// <param name="Cpu">Time on a processor, its own and the kernel's for it.</param>
/// <param name="ResidentBytes">In memory now.</param>
/// <param name="PeakBytes">The most that ever was.</param>
public sealed record Usage(TimeSpan Cpu, long ResidentBytes, long PeakBytes)
{
    // /proc counts in USER_HZ, which is 100 on every Linux that runs .NET.
    private const int TicksPerSecond = 100;
    private const int UserTicks = 11;
    private const int SystemTicks = 12;

    /// <summary>Of these processes together.</summary>
    public static Usage Of(IEnumerable<int> processes) => processes.Select(Of)
        .Aggregate((one, other) => new(one.Cpu + other.Cpu, one.ResidentBytes + other.ResidentBytes, one.PeakBytes + other.PeakBytes));

    /// <summary>The processes that a process has started, with whichever of its threads, and that still run.</summary>
    public static IEnumerable<int> ChildrenOf(int process) => Directory.EnumerateDirectories($"/proc/{process}/task")
        .SelectMany(thread => File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(child => int.Parse(child, CultureInfo.InvariantCulture));

    /// <summary>A process, those it has started, and those they have.</summary>
    public static IEnumerable<int> TreeOf(int process) => ChildrenOf(process).SelectMany(TreeOf).Prepend(process);

    private static Usage Of(int process)
    {
        // The name of the program stands in brackets and may hold anything.
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = Number(fields[UserTicks]) + Number(fields[SystemTicks]);
        var status = File.ReadAllLines($"/proc/{process}/status");
        return new(TimeSpan.FromSeconds((double)ticks / TicksPerSecond), Kilobytes(status, "VmRSS:"), Kilobytes(status, "VmHWM:"));
    }

    private static long Kilobytes(string[] status, string name) =>
        Number(status.First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim()) * 1024;

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
