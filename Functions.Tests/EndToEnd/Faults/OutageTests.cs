using System.Diagnostics;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Faults;

/// <summary>The store is away while people read and write: a minute under NEWS_SOAK=1, some dozens of refusals otherwise.</summary>
public class OutageTests
{
    private const int Articles = 10;
    private const int Editors = 4;
    private const int Readers = 4;
    private static readonly TimeSpan _recovery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _outage = Repository.Soak ? TimeSpan.FromSeconds(60) : TimeSpan.Zero;
    private static readonly int _refusals = Repository.Soak ? 100 : 12;
    private int _read;

    [Theory]
    [InlineData(StoreFault.Throttled)]
    [InlineData(StoreFault.OutOfReach)]
    [InlineData(StoreFault.TimesOut)]
    public async Task Readers_go_on_and_writers_lose_nothing(StoreFault fault)
    {
        await using var site = new OutageSite();
        await site.Ready();
        var pages = await Publish(site);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var desk = new Newsdesk(site, Editors);
        var working = Task.WhenAll([desk.Work(stop.Token), .. Enumerable.Range(0, Readers).Select(reader => Task.Run(() => Read(site, pages, reader, stop.Token)))]);
        await Until(working, () => desk.Accepted >= Editors);

        site.Store.Fault = fault;
        var start = Stopwatch.GetTimestamp();
        var (refused, read) = (desk.Refused, _read);
        await Until(working, () => desk.Refused >= refused + _refusals && _read >= read + 200 && Stopwatch.GetElapsedTime(start) >= _outage);

        site.Store.Fault = StoreFault.None;
        start = Stopwatch.GetTimestamp();
        var accepted = desk.Accepted;
        await Until(working, () => desk.Accepted >= accepted + Editors);
        var recovered = Stopwatch.GetElapsedTime(start);
        Assert.True(!Repository.Soak || recovered <= _recovery, $"it took {recovered}");
        await stop.CancelAsync();
        await working;
        await desk.CheckNothingIsLost();
    }

    /// <summary>Everything readers will ask for, asked for once.</summary>
    private static async Task<List<string>> Publish(OutageSite site)
    {
        await site.Section("moi-truong");
        List<string> pages = ["/api/articles", "/api/sections", "/api/pages/home"];
        for (var i = 0; i < Articles; i++)
        {
            var slug = New.Slug();
            await site.Publish(slug);
            pages.Add($"/api/articles/{slug}");
            pages.Add($"/api/pages/articles/{slug}");
        }

        foreach (var page in pages)
            await site.Read(page);
        return pages;
    }

    private async Task Read(OutageSite site, List<string> pages, int first, CancellationToken stop)
    {
        for (var i = first; !stop.IsCancellationRequested; i++)
        {
            var status = await site.Status(pages[i % pages.Count]);
            Assert.True(status == 200, $"{pages[i % pages.Count]}: {status}");
            Interlocked.Increment(ref _read);
        }
    }

    private static async Task Until(Task working, Func<bool> isSo)
    {
        var limit = _outage + TimeSpan.FromSeconds(60);
        for (var start = Stopwatch.GetTimestamp(); !isSo(); await Task.Delay(20))
        {
            if (working.IsCompleted)
                await working;
            Assert.True(Stopwatch.GetElapsedTime(start) < limit, "it has not come to that");
        }
    }
}
