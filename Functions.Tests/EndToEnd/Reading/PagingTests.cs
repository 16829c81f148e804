using News.Domain.Drafts;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Reading;

/// <summary>Reading a long list while more is published misses nothing and shows nothing twice.</summary>
public abstract class PagingTests(RunningSite site)
{
    private const int Before = 300;
    private const int During = 50;

    private readonly string _mark = New.Slug();

    [Fact]
    public async Task Every_filter_gives_each_article_once_while_others_are_published()
    {
        await site.Ready();
        await site.Section(_mark);
        var first = await PublishMany(Before);
        var during = new Queue<string>(Enumerable.Range(0, During).Select(_ => New.Slug()));
        var author = await AuthorSlug(first[0]);
        string[] filters = [$"section={_mark}", $"tag={_mark}", $"author={author}", $"topic={_mark}", "format=gallery", ""];
        foreach (var filter in filters)
        {
            var read = await site.ReadAll($"/api/articles?{filter}&limit=20", () => PublishNext(during));
            Assert.Equal(read.Count, read.Distinct().Count());
            Assert.Empty(first.Except(read));
        }

        while (during.Count > 0)
            await PublishNext(during);
        foreach (var filter in filters.Take(4))
            Assert.Equal(Before + During, (await site.ReadAll($"/api/articles?{filter}&limit=100")).Count);
    }

    [Fact]
    public async Task Dates_bound_the_list_and_ids_keep_their_order()
    {
        await site.Ready();
        await site.Section(_mark);
        List<string> slugs = [New.Slug(), New.Slug(), New.Slug(), New.Slug()];
        foreach (var slug in slugs)
            await site.Publish(slug, Draft());
        var cards = (await site.Read($"/api/articles?section={_mark}"))["items"]!.AsArray();
        var from = Uri.EscapeDataString(cards[1].Text("publishedAt"));
        var to = Uri.EscapeDataString(cards[0].Text("publishedAt"));
        var between = await site.ReadAll($"/api/articles?section={_mark}&from={from}&to={to}");
        Assert.Equal([cards[1].Text("slug")], between);
        Assert.Empty(await site.ReadAll($"/api/articles?section={_mark}&to=2020-01-01"));
        Assert.Equal(slugs.Count, (await site.ReadAll($"/api/articles?section={_mark}&from=2020-01-01")).Count);

        var ids = new[] { cards[2].Text("id"), new string('0', 32), cards[0].Text("id") };
        var byId = await site.Read($"/api/articles?ids={string.Join(',', ids)}");
        Assert.Equal([ids[0], ids[2]], byId["items"]!.AsArray().Select(card => card.Text("id")));
        Assert.Equal([ids[1]], byId["missing"]!.AsArray().Select(id => id!.GetValue<string>()));
    }

    private async Task<List<string>> PublishMany(int count)
    {
        List<string> slugs = [.. Enumerable.Range(0, count).Select(_ => New.Slug())];
        await Parallel.ForEachAsync(slugs, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (slug, _) => await site.Publish(slug, Draft()));
        return slugs;
    }

    private async Task PublishNext(Queue<string> slugs)
    {
        if (slugs.TryDequeue(out var slug))
            await site.Publish(slug, Draft());
    }

    private ArticleDraft Draft() => Sample.Draft(section: _mark) with { Tags = [_mark], Topic = _mark, Bylines = [_mark], Format = "gallery" };

    private async Task<string> AuthorSlug(string article) =>
        (await site.Read($"/api/articles/{article}"))["bylines"]![0].Text("slug");

    public sealed class OnLocalHost(LocalSiteProcess site) : PagingTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : PagingTests(site);

    public sealed class OnWorkerWithCosmos(CosmosWorkerSite site) : PagingTests(site);

    public sealed class UnderFaults(FaultySite site) : PagingTests(site);
}
