using System.Globalization;
using News.Bench.Load;

namespace News.Bench.Report;

/// <summary>Holds what was measured against the goals.</summary>
public static class Judge
{
    private const double LaunchMost = 0.8;
    private const double MemoryMost = 200;
    private const double SeedLeast = 1_000;

    /// <summary>A scenario's goals: medians over the rounds of the ratio within a round.</summary>
    public static IEnumerable<Outcome> Of(Scenario scenario, BenchReport report) => scenario.Goals.Select(goal =>
    {
        var theirs = report.Of(scenario.Name, goal.Against);
        var ratios = report.Of(scenario.Name, scenario.Servers[0].Name).Zip(theirs, (ours, other) => ours[goal.Measure] / other[goal.Measure]);
        var ratio = Median.Of(ratios);
        var sign = goal.Measure == Measure.Rate ? '≥' : '≤';
        return new Outcome($"{scenario.Name}: {Name(goal.Measure)}", $"{Text(ratio)} × {goal.Against}", $"{sign} {Text(goal.Limit)}", goal.IsMet(ratio));
    });

    /// <summary>The goals of ours alone.</summary>
    public static IEnumerable<Outcome> OfOurs(BenchReport report)
    {
        foreach (var rate in report.Seeding)
            yield return AtLeast($"store path, {rate.Articles:N0} articles, the last tenth", rate.LastPerSecond, SeedLeast, "articles/s");
        foreach (var memory in report.Memory.Where(memory => memory.Server.StartsWith(Scenarios.Ours, StringComparison.Ordinal)))
            yield return AtMost($"memory at its peak, {memory.Server}", memory.Peak, MemoryMost, "MB");
        if (report.Launches.Count > 0)
            yield return AtMost("launch to first answer", Median.Of(report.Launches), LaunchMost, "s");
    }

    private static Outcome AtLeast(string what, double value, double limit, string unit) =>
        new(what, $"{Text(value)} {unit}", $"≥ {Text(limit)}", value >= limit);

    private static Outcome AtMost(string what, double value, double limit, string unit) =>
        new(what, $"{Text(value)} {unit}", $"≤ {Text(limit)}", value <= limit);

    private static string Name(Measure measure) => measure switch
    {
        Measure.Rate => "requests/s",
        Measure.Cpu => "CPU a request",
        Measure.P99 => "p99",
    };

    private static string Text(double number) => number.ToString(number < 10 ? "0.00" : "N0", CultureInfo.InvariantCulture);
}
