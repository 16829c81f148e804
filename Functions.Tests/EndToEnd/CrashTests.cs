using System.Collections.Concurrent;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd;

/// <summary>kill -9 of the real process while articles are published.</summary>
public class CrashTests
{
    private const string Section = "moi-truong";

    private readonly ConcurrentDictionary<string, bool> _acknowledged = new();
    private readonly Random _random = new(7);

    [Fact]
    public async Task Kill_during_publishes_loses_nothing_acknowledged_and_leaves_no_list_wrong()
    {
        await using var site = new LocalSiteProcess();
        await site.Start();
        await site.Section(Section);
        for (var round = 0; round < (Repository.Soak ? 30 : 3); round++)
        {
            await KillDuringPublishes(site, publishes: 17);
            await site.Start();
            await Check(site);
        }
    }

    private async Task KillDuringPublishes(LocalSiteProcess site, int publishes)
    {
        var killAfter = _random.Next(1, publishes);
        var done = 0;
        var killed = new TaskCompletionSource();
        async Task PublishOne()
        {
            var slug = New.Slug();
            try
            {
                await site.Publish(slug, Sample.Draft(section: Section));
                _acknowledged[slug] = true;
            }
            catch (HttpRequestException)
            {
                // The process is gone; nothing was acknowledged.
            }

            if (Interlocked.Increment(ref done) == killAfter)
            {
                await site.Kill();
                killed.SetResult();
            }
        }

        await Task.WhenAll(Enumerable.Range(0, publishes).Select(_ => PublishOne()));
        await killed.Task;
    }

    /// <summary>Each list holds exactly the articles that can be read, each acknowledged one among them.</summary>
    private async Task Check(LocalSiteProcess site)
    {
        var latest = await site.ReadAll("/api/articles?limit=100");
        var section = await site.ReadAll($"/api/articles?section={Section}&limit=100");
        Assert.Equal(latest, section);
        Assert.Equal(latest.Count, latest.Distinct().Count());
        Assert.Empty(_acknowledged.Keys.Except(latest));
        foreach (var slug in latest)
            Assert.Equal(slug, (await site.Read($"/api/articles/{slug}")).Text("slug"));
    }
}
