using System.Globalization;
using News.Bench.Load;
using News.Bench.Views;

namespace News.Bench.Report;

/// <summary>Holds what was measured against the goals.</summary>
public static class Judge
{
    private const double LaunchMost = 0.8;
    private const double WorkerLaunchMost = 2;
    private const double MemoryMost = 200;
    private const double SeedLeast = 1_000;
    private const double ViewsLeast = 8_000;
    private const double SlowerMost = 2;
    private const double OfferLeast = 0.95;
    private const double RunMost = 0.5;
    private const double MillionMost = 20;
    private const double Megabyte = 1e6;

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
        if (report.WorkerLaunches.Count > 0)
            yield return AtMost("worker: launch to first answer", Median.Of(report.WorkerLaunches), WorkerLaunchMost, "s");
    }

    /// <summary>The goals of views: stored, beside readers, counted and kept.</summary>
    public static IEnumerable<Outcome> OfViews(BenchReport report)
    {
        if (report.Rounds.Exists(round => round.Scenario == ViewBench.Alone))
        {
            yield return AtLeast("views acknowledged alone", Median.Of(Of(ViewBench.Alone, Measure.Rate)), ViewsLeast, "views/s");
            var slower = Median.Of(Of(ViewBench.Beside, Measure.P99).Zip(Of(ViewBench.Quiet, Measure.P99), (beside, quiet) => beside / quiet));
            yield return AtMost("p99 of reads beside views", slower, SlowerMost, "× without");
            var reads = Median.Of(Of(ViewBench.Beside, Measure.Rate));
            yield return AtLeast("reads beside views", reads, OfferLeast * ViewBench.Reads, $"of {ViewBench.Reads} requests/s offered");
            var views = Median.Of(Of(ViewBench.OffersOf(ViewBench.Beside), Measure.Rate));
            yield return AtLeast("views beside reads", views, OfferLeast * ViewBench.Views, $"of {ViewBench.Views} views/s offered");
        }

        if (report.Counting is { } counting)
        {
            yield return AtMost("CPU of a count, at most", counting.DearestRun, RunMost, "s");
            yield return AtMost("a million views kept", counting.BytesAMillion / Megabyte, MillionMost, "MB");
        }

        IEnumerable<double> Of(string scenario, Measure measure) =>
            report.Rounds.Where(round => round.Scenario == scenario).OrderBy(round => round.Number).Select(round => round[measure]);
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
