using System.Net;
using System.Text.Json.Nodes;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Life;

/// <summary>Pins of the home page, and the rebuild of every list. In one class, since there is one home page.</summary>
public abstract class FrontTests(RunningSite site) : IAsyncLifetime
{
    private const string Home = "/api/newsroom/fronts/home";

    public async ValueTask InitializeAsync()
    {
        await site.Ready();
        await site.Section("moi-truong");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Pins_follow_their_articles_and_a_withdrawn_one_vanishes_by_itself()
    {
        var (first, second, renamed) = (New.Slug(), New.Slug(), New.Slug());
        await site.Publish(first);
        var etag = await site.Publish(second);
        await Problems.Refused(await site.Newsroom(HttpMethod.Get, Home), 404);
        await Problems.Refused(await site.Newsroom(HttpMethod.Put, Home, new { pinned = new[] { first } }), 428);
        await Problems.Refused(await site.Newsroom(HttpMethod.Put, Home, new { pinned = new[] { New.Slug() } }, create: true), 400);
        using var created = await site.Newsroom(HttpMethod.Put, Home, new { pinned = new[] { first, second } }, create: true);
        Assert.Equal((HttpStatusCode.Created, "\"1\""), (created.StatusCode, created.Headers.ETag!.ToString()));
        await site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{second}/rename", new { slug = renamed }, etag);
        Assert.Equal([first, renamed], await Pins());
        Assert.Equal(first, await Top());
        await site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{first}/withdraw", new { reason = "x" }, "*");
        Assert.Equal([renamed], await Pins());
        Assert.Equal(renamed, await Top());
        await site.Publish(New.Slug());
        using var changed = await site.Newsroom(HttpMethod.Put, Home, new { pinned = Array.Empty<string>() }, "\"1\"");
        Assert.Equal("\"2\"", changed.Headers.ETag!.ToString());
        Assert.NotEqual(renamed, await Top());
    }

    [Fact]
    public async Task The_home_page_shows_each_section_in_order_without_what_stands_on_top()
    {
        var (early, late) = (New.Slug(), New.Slug());
        await site.Section(late, "Sau", 99);
        await site.Section(early, "Trước", 98);
        var slugs = Enumerable.Range(0, 8).Select(_ => New.Slug()).ToList();
        foreach (var slug in slugs)
            await site.Publish(slug, Sample.Draft(section: early));
        var home = await site.Read("/api/pages/home");
        var shown = home["sections"]!.AsArray().Select(section => section!["section"]!.Text("slug")).Where(slug => slug == early || slug == late);
        Assert.Equal([early, late], shown);
        var items = home["sections"]!.AsArray().Single(section => section!["section"]!.Text("slug") == early)!["items"]!.AsArray().Select(card => card.Text("slug"));
        Assert.Equal(slugs.AsEnumerable().Reverse().Where(slug => slug != home["top"].Text("slug")).Take(6), items);
        Assert.Equal(5, home["mostRead"]!.AsArray().Count);
    }

    private async Task<string> Top() => (await site.Read("/api/pages/home"))["top"].Text("slug");

    [Fact]
    public async Task Rebuild_leaves_every_list_as_it_was()
    {
        var (section, slug) = (New.Slug(), New.Slug());
        await site.Section(section);
        await site.Publish(slug, Sample.Draft(section: section));
        JsonNode report;
        var path = "/api/newsroom/rebuild";
        var articles = 0;
        do
        {
            using var answer = await site.Newsroom(HttpMethod.Post, path);
            report = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            Assert.True(answer.StatusCode == HttpStatusCode.OK, report.ToJsonString());
            articles += report["articles"]!.GetValue<int>();
            path = $"/api/newsroom/rebuild?cursor={report["next"]}";
        }
        while (report["next"] is not null);
        Assert.True(articles > 0);
        Assert.Equal([slug], await site.ReadAll($"/api/articles?section={section}"));
        Assert.Equal(200, await site.Status($"/api/articles/{slug}"));
    }

    private async Task<IEnumerable<string>> Pins()
    {
        using var answer = await site.Newsroom(HttpMethod.Get, Home);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["pinned"]!.AsArray().Select(slug => slug!.GetValue<string>());
    }

    public sealed class OnLocalHost(LocalSiteProcess site) : FrontTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : FrontTests(site);

    public sealed class OnWorkerWithCosmos(CosmosWorkerSite site) : FrontTests(site);

    public sealed class UnderFaults(FaultySite site) : FrontTests(site);
}
