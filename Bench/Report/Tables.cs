using System.Globalization;
using News.Bench.Load;

namespace News.Bench.Report;

/// <summary>The report as Markdown tables.</summary>
public static class Tables
{
    /// <summary>First what each server did, then what that means for the goals.</summary>
    public static string Of(BenchReport report) => string.Join('\n', [.. Absolute(report), "", .. Goals(report.Outcomes), ""]);

    private static IEnumerable<string> Absolute(BenchReport report) =>
    [
        "| scenario | server | requests/s | CPU µs/request | p50 ms | p99 ms | bytes | errors |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        .. report.Rounds.GroupBy(round => (round.Scenario, round.Server)).Select(group => Row(group.Key.Scenario, group.Key.Server, [.. group])),
        "",
        "| server | memory MB | at its peak |",
        "| --- | ---: | ---: |",
        .. report.Memory.Select(memory => string.Create(CultureInfo.InvariantCulture, $"| {memory.Server} | {memory.Resident:N0} | {memory.Peak:N0} |")),
    ];

    private static string Row(string scenario, string server, List<Round> rounds) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {scenario} | {server} | {Middle(rounds, round => round.Rate):N0} | {Middle(rounds, round => round.Cpu):N1} | {Middle(rounds, round => round.P50):N2} | {Middle(rounds, round => round.P99):N2} | {Middle(rounds, round => round.Bytes):N0} | {rounds.Sum(round => round.Errors)} |");

    private static double Middle(List<Round> rounds, Func<Round, double> value) => Median.Of(rounds.Select(value));

    /// <summary>What came of each goal.</summary>
    public static IEnumerable<string> Goals(IEnumerable<Outcome> outcomes) =>
    [
        "| goal | measured | to reach | |",
        "| --- | ---: | ---: | --- |",
        .. outcomes.Select(outcome => $"| {outcome.What} | {outcome.Value} | {outcome.Goal} | {(outcome.IsMet ? "✓" : "✗")} |"),
    ];
}
