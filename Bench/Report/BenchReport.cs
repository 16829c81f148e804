using News.Bench.Load;
using News.Bench.Seeding;

namespace News.Bench.Report;

/// <summary>Every number that was measured.</summary>
public sealed class BenchReport
{
    public List<SeedRate> Seeding { get; } = [];

    /// <summary>Seconds from the start of our process to its first answer, each time.</summary>
    public List<double> Launches { get; } = [];

    /// <summary>The same of the worker process, driven as the Functions host drives it.</summary>
    public List<double> WorkerLaunches { get; } = [];

    public List<ServerMemory> Memory { get; } = [];

    public List<Round> Rounds { get; } = [];

    /// <summary>Null where it was not asked for.</summary>
    public CountingCost? Counting { get; set; }

    public List<Outcome> Outcomes { get; } = [];

    /// <summary>The rounds of one server in one scenario.</summary>
    public IEnumerable<Round> Of(string scenario, string server) =>
        Rounds.Where(round => round.Scenario == scenario && round.Server == server).OrderBy(round => round.Number);
}
