using News.Bench.Counting;
using News.Bench.Load;
using News.Bench.Report;
using News.Bench.Seeding;
using News.Bench.Servers;
using News.Bench.Views;
using News.Functions.Tests.EndToEnd.WorkerHost;

namespace News.Bench;

/// <summary>Our local host side by side with bare Kestrel and nginx, under the same load, in turns.</summary>
/// <param name="folder">For data, answers and settings; removed by the caller.</param>
public sealed class HttpBench(BenchOptions options, string folder, TimeProvider time)
{
    private const string Stored = "store";
    private const string Small = "small";
    private const string Large = "archive";
    private const string CacheOff = "--Cache:Megabytes=0";

    /// <summary>Until half of them are stored, this process still compiles what is hot.</summary>
    private const int ArticlesToTime = 20_000;

    private readonly BenchReport _report = new();
    private readonly ArticleMaker _maker = new();
    private readonly AnswerFolder _answers = new(Path.Combine(folder, "answers"));

    private string First => $"/api/articles/{_maker.SlugOf(0)}";

    /// <summary>Seeds, starts, measures, stops.</summary>
    public async Task<BenchReport> Run(CancellationToken ct)
    {
        await Store(ct);
        await Seed(Small, BenchOptions.Asked, ct);
        await Launch(ct);
        await ReadyBodies(ct);
        await FromStore(ct);
        if (options.Articles > BenchOptions.Asked)
            await Archive(ct);
        await Views(ct);
        _report.Outcomes.AddRange([.. Judge.OfOurs(_report), .. Judge.OfViews(_report)]);
        return _report;
    }

    /// <summary>How fast articles are stored; a larger archive tells that as well.</summary>
    private async Task Store(CancellationToken ct)
    {
        if (!options.Wants(Stored) || options.Articles >= ArticlesToTime)
            return;
        await Seed(Stored, ArticlesToTime, ct);
        Directory.Delete(DataOf(Stored), recursive: true);
    }

    private async Task Seed(string data, int articles, CancellationToken ct)
    {
        Progress.Tell($"Writing {articles:N0} articles ...");
        var rate = await new Seeder(DataOf(data), time).Fill(articles, ct);
        if (articles >= ArticlesToTime)
            _report.Seeding.Add(rate);
    }

    /// <summary>Starts ours several times, and the last time fetches what all servers will serve.</summary>
    private async Task Launch(CancellationToken ct)
    {
        Progress.Tell("Starting ...");
        for (var round = 0; round < options.Rounds; round++)
        {
            await using var ours = new NewsServer(Scenarios.Ours, DataOf(Small));
            _report.Launches.Add((await ours.Start(First, time, ct)).TotalSeconds);
            if (round == 0)
                await _answers.Fetch(ours.Address, Targets(), ct);
        }

        for (var round = 0; round < options.Rounds; round++)
            _report.WorkerLaunches.Add(await LaunchWorker(ct));
    }

    /// <summary>As the Functions host starts it: all functions loaded, then the first request.</summary>
    private async Task<double> LaunchWorker(CancellationToken ct)
    {
        var start = time.GetTimestamp();
        var settings = new Dictionary<string, string> { ["Data__Folder"] = DataOf(Small) };
        await using var worker = await WorkerProcessHost.Start(NewsServer.Folder, settings, ct);
        using var client = new HttpClient { BaseAddress = worker.BaseAddress };
        using var answer = await client.GetAsync(First, ct);
        return answer.IsSuccessStatusCode
            ? time.GetElapsedTime(start).TotalSeconds
            : throw new BenchException($"The worker answered {(int)answer.StatusCode}: {worker.Output}");
    }

    private async Task ReadyBodies(CancellationToken ct)
    {
        await using var ours = new NewsServer(Scenarios.Ours, DataOf(Small));
        await using var kestrel = new KestrelServer(_answers);
        await using var nginx = new NginxServer(_answers, Path.Combine(folder, Scenarios.Nginx));
        await Measure([ours, kestrel, nginx], Scenarios.Cached(ours, kestrel, nginx), ct);
    }

    private async Task FromStore(CancellationToken ct)
    {
        await using var uncached = new NewsServer("ours, cache off", DataOf(Small), CacheOff);
        await using var nginx = new NginxServer(_answers, Path.Combine(folder, Scenarios.Nginx));
        await Measure([uncached, nginx], Scenarios.FromStore(uncached, nginx), ct);
    }

    private async Task Archive(CancellationToken ct)
    {
        await Seed(Large, options.Articles, ct);
        await Archive("archive", [], ct);
        await Archive("archive-sqlite", [CacheOff], ct);
    }

    private async Task Archive(string scenario, string[] settings, CancellationToken ct)
    {
        await using var large = new NewsServer("ours, large", DataOf(Large), settings);
        await using var small = new NewsServer("ours, small", DataOf(Small), settings);
        await Measure([large, small], [Scenarios.Archive(scenario, large, small)], ct);
    }

    private async Task Views(CancellationToken ct)
    {
        if (options.Wants(ViewBench.Alone))
        {
            Progress.Tell("Views ...");
            await using var server = new NewsServer("ours, views", DataOf(Small), ViewBench.BehindProxy);
            await server.Start(First, time, ct);
            var slugs = Enumerable.Range(0, BenchOptions.Asked).Select(_maker.SlugOf).ToList();
            await new ViewBench(new Wrk(folder, options.Seconds), server, folder, options.Rounds).Run(slugs, _report, ct);
            _report.Memory.Add(ServerMemory.Of(server.Name, server.Usage));
        }

        if (options.Wants(CountBench.Name))
            _report.Counting = await new CountBench(DataOf("counted")).Run(ct);
    }

    private async Task Measure(IReadOnlyList<Server> servers, IEnumerable<Scenario> scenarios, CancellationToken ct)
    {
        List<Scenario> wanted = [.. scenarios.Where(scenario => options.Wants(scenario.Name))];
        if (wanted.Count == 0)
            return;
        foreach (var server in servers)
            await server.Start(server.TargetOf(_answers.All()[0]), time, ct);
        var rounds = new Turns(new Wrk(folder, options.Seconds), wanted, _answers, options.Rounds);
        _report.Rounds.AddRange(await rounds.Run(ct));
        _report.Memory.AddRange(servers.Select(server => ServerMemory.Of(server.Name, server.Usage)));
        _report.Outcomes.AddRange(wanted.SelectMany(scenario => Judge.Of(scenario, _report)));
    }

    private Dictionary<string, IReadOnlyList<string>> Targets()
    {
        List<string> slugs = [.. Enumerable.Range(0, BenchOptions.Asked).Select(_maker.SlugOf)];
        var targets = new Dictionary<string, IReadOnlyList<string>>
        {
            [Scenarios.Article] = [.. slugs.Select(slug => $"/api/articles/{slug}")],
            [Scenarios.List] = ["/api/articles", .. ArticleMaker.Sections.Select(section => $"/api/articles?section={section.Slug}")],
            [Scenarios.Page] = [.. slugs.Select(slug => $"/api/pages/articles/{slug}")],
        };
        return targets.Where(kind => kind.Key == Scenarios.Article || options.WantsKind(kind.Key)).ToDictionary();
    }

    private string DataOf(string name) => Path.Combine(folder, name);
}
