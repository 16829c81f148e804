using News.Bench.Load;
using News.Bench.Report;
using News.Bench.Servers;

namespace News.Bench.Views;

/// <summary>Views being stored: how many a second alone, and what they do to readers.</summary>
/// <param name="folder">For the prepared requests.</param>
public sealed class ViewBench(Wrk wrk, NewsServer server, string folder, int rounds)
{
    public const string Alone = "views";
    public const string Quiet = "reads";
    public const string Beside = "reads beside views";

    /// <summary>Reads a second offered.</summary>
    public const int Reads = 5_000;

    /// <summary>Views a second offered beside them.</summary>
    public const int Views = 3_000;

    /// <summary>The setting with which every prepared view can have an address of its own.</summary>
    public const string BehindProxy = "--Http:TrustedProxies=1";

    private const int Connections = 64;

    /// <summary>A view waits a few milliseconds for company, so it takes many readers at once to see how many can be stored.</summary>
    private const int ManyConnections = 128;

    private const int Readers = 20_000;

    private readonly Random _random = new(1);

    private string ReadsFile => Path.Combine(folder, "reads.txt");

    private string ViewsFile => Path.Combine(folder, "views.txt");

    /// <summary>Rounds of views alone, reads alone and both.</summary>
    public async Task Run(IReadOnlyList<string> slugs, BenchReport report, CancellationToken ct)
    {
        await File.WriteAllLinesAsync(ReadsFile, slugs.Select(slug => $"/api/articles/{slug}\t\t"), ct);
        await File.WriteAllLinesAsync(ViewsFile, Enumerable.Range(0, Readers).Select(_ => View(slugs)), ct);
        for (var number = -1; number < rounds; number++)
        {
            var measured = await Round(number, ct);
            if (number >= 0)
                report.Rounds.AddRange(measured);
        }
    }

    private string View(IReadOnlyList<string> slugs) =>
        $"/api/articles/{slugs[_random.Next(slugs.Count)]}/views\t\t10.{_random.Next(256)}.{_random.Next(256)}.{_random.Next(1, 255)}";

    private async Task<IReadOnlyList<Round>> Round(int number, CancellationToken ct)
    {
        var start = server.Usage.Cpu;
        var alone = await wrk.Send(server.Address, ViewsFile, ManyConnections, Wrk.AsManyAsAreAnswered, ct);
        var afterViews = server.Usage.Cpu;
        var quiet = await wrk.Send(server.Address, ReadsFile, Connections, Reads, ct);
        var afterReads = server.Usage.Cpu;
        var both = await Task.WhenAll(wrk.Send(server.Address, ReadsFile, Connections, Reads, ct), wrk.Send(server.Address, ViewsFile, Connections, Views, ct));
        var cpu = (server.Usage.Cpu - afterReads) / both.Sum(result => result.Requests);
        return
        [
            alone.In(Alone, server.Name, number, (afterViews - start) / alone.Requests),
            quiet.In(Quiet, server.Name, number, (afterReads - afterViews) / quiet.Requests),
            both[0].In(Beside, server.Name, number, cpu),
            both[1].In(OffersOf(Beside), server.Name, number, cpu),
        ];
    }

    /// <summary>The name under which the views beside reads are reported.</summary>
    public static string OffersOf(string scenario) => $"{scenario}: the views";
}
