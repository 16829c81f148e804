using System.Net;
using System.Text.Json.Nodes;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd;

/// <summary>An article from the desk to the reader.</summary>
public abstract class PublishingTests(RunningSite site) : IAsyncLifetime
{
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
    public async Task Draft_is_seen_by_the_newsroom_only()
    {
        var slug = New.Slug();
        var etag = await site.Create(slug, Sample.Draft());
        using var draft = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/articles/{slug}");
        var json = JsonNode.Parse(await draft.Content.ReadAsStringAsync())!;
        Assert.Equal("\"1\"", etag);
        Assert.Equal(etag, draft.Headers.ETag!.ToString());
        Assert.Equal(("draft", "Nước sạch về bản", true), (json.Text("state"), json.Text("title"), json["hasUnpublishedChanges"]!.GetValue<bool>()));
        Assert.Equal(404, await site.Status($"/api/articles/{slug}"));
        Assert.DoesNotContain(slug, (await site.Read("/api/articles?limit=100")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_article_is_read_with_every_name_filled_in()
    {
        var slug = New.Slug();
        await site.Publish(slug, Sample.Draft() with { Bylines = ["Kim Ngân", "Quang Hải"] });
        var article = await site.Read($"/api/articles/{slug}");
        Assert.Equal(slug, article.Text("slug"));
        Assert.Equal("Môi trường", article["section"].Text("name"));
        Assert.Equal(["Kim Ngân", "Quang Hải"], article["bylines"]!.AsArray().Select(author => author.Text("name")));
        Assert.EndsWith($"/{slug}.html", article.Text("url"), StringComparison.Ordinal);
        Assert.Equal("paragraph", article["blocks"]![0].Text("type"));
        Assert.Equal("NewsArticle", article["jsonLd"].Text("@type"));
        Assert.True(article.AsObject().ContainsKey("canonicalUrl"), "null members are written");
    }

    [Fact]
    public async Task Edit_is_seen_by_readers_only_after_it_is_published_again()
    {
        var (section, slug) = (New.Slug(), New.Slug());
        await site.Section(section);
        var etag = await site.Publish(slug, Sample.Draft(section: section));
        using var saved = await site.Newsroom(HttpMethod.Put, $"/api/newsroom/articles/{slug}", Sample.Draft("Tít mới", section), etag);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal("Nước sạch về bản", (await site.Read($"/api/articles/{slug}")).Text("title"));
        using var published = await site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{slug}/publish", new { }, saved.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        Assert.Equal("Tít mới", (await site.Read($"/api/articles/{slug}")).Text("title"));
        Assert.Equal("Tít mới", Assert.Single((await site.Read($"/api/articles?section={section}"))["items"]!.AsArray()).Text("title"));
    }

    [Fact]
    public async Task GetDraft_can_be_sent_back_as_it_is()
    {
        var (first, slug) = (New.Slug(), New.Slug());
        await site.Publish(first);
        await site.Create(slug, Sample.Draft() with { Blocks = [new Domain.Blocks.Block.Related([first])] });
        using var draft = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/articles/{slug}");
        var body = await draft.Content.ReadAsStringAsync();
        using var saved = await site.Newsroom(HttpMethod.Put, $"/api/newsroom/articles/{slug}", body, "\"1\"");
        var again = await saved.Content.ReadAsStringAsync();
        Assert.True(saved.StatusCode == HttpStatusCode.OK, again);
        Assert.Equal(first, JsonNode.Parse(again)!["blocks"]![0]!["articles"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Lists_page_by_cursor_and_link()
    {
        var section = New.Slug();
        await site.Section(section);
        List<string> published = [];
        for (var i = 0; i < 5; i++)
        {
            published.Insert(0, New.Slug());
            await site.Publish(published[0], Sample.Draft(section: section));
        }

        List<string> read = [];
        for (var path = $"/api/articles?section={section}&limit=2"; path is not null;)
        {
            using var answer = await site.Client.GetAsync(path);
            var page = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            read.AddRange(page["items"]!.AsArray().Select(card => card.Text("slug")));
            var link = answer.Headers.TryGetValues("Link", out var links) ? links.Single() : null;
            Assert.Equal(page["nextCursor"] is null, link is null);
            path = link is null ? null : new Uri(link[(link.IndexOf('<', StringComparison.Ordinal) + 1)..link.IndexOf('>', StringComparison.Ordinal)]).PathAndQuery;
        }

        Assert.Equal(published, read);
    }

    [Fact]
    public async Task Reading_again_is_304_until_it_changes()
    {
        var slug = New.Slug();
        var version = await site.Publish(slug);
        using var first = await site.Client.GetAsync($"/api/articles/{slug}");
        var etag = first.Headers.ETag!;
        Assert.False(etag.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, (await Conditional(slug, etag.ToString())).Status);
        Assert.Equal(HttpStatusCode.NotModified, (await Conditional(slug, $"\"x\", W/{etag}")).Status);
        Assert.Equal(HttpStatusCode.NotModified, (await Conditional(slug, "*")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Conditional(slug, "\"x\"")).Status);
        await site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{slug}/publish", new { correction = "Sửa." }, version);
        Assert.Equal(HttpStatusCode.OK, (await Conditional(slug, etag.ToString())).Status);
    }

    [Fact]
    public async Task Head_is_a_get_without_the_body()
    {
        var slug = New.Slug();
        await site.Publish(slug);
        using var get = await site.Client.GetAsync($"/api/articles/{slug}");
        using var head = await site.Client.SendAsync(new(HttpMethod.Head, $"/api/articles/{slug}"));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Sections_are_listed_in_their_order()
    {
        var (first, second) = (New.Slug(), New.Slug());
        await site.Section(second, "Hai", 9002);
        await site.Section(first, "Một", 9001);
        var slugs = (await site.Read("/api/sections"))["items"]!.AsArray().Select(section => section.Text("slug")).ToList();
        Assert.Equal([first, second], slugs[^2..]);
    }

    [Fact]
    public async Task Renamed_section_shows_everywhere_at_once()
    {
        var (section, slug) = (New.Slug(), New.Slug());
        await site.Section(section, "Tên cũ");
        await site.Publish(slug, Sample.Draft(section: section));
        using var put = await site.Newsroom(HttpMethod.Put, $"/api/newsroom/sections/{section}", new { name = "Tên mới", order = 1 }, "\"1\"");
        Assert.Equal("\"2\"", put.Headers.ETag!.ToString());
        Assert.Equal("Tên mới", (await site.Read($"/api/articles/{slug}"))["section"].Text("name"));
        Assert.Equal("Tên mới", (await site.Read($"/api/articles?section={section}"))["items"]![0]!["section"].Text("name"));
    }

    private async Task<(HttpStatusCode Status, byte[] Body)> Conditional(string slug, string etags)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/articles/{slug}");
        request.Headers.TryAddWithoutValidation("If-None-Match", etags);
        using var answer = await site.Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsByteArrayAsync());
    }

    public sealed class OnLocalHost(LocalSiteProcess site) : PublishingTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : PublishingTests(site);

    public sealed class OnWorkerWithCosmos(CosmosWorkerSite site) : PublishingTests(site);

    public sealed class UnderFaults(FaultySite site) : PublishingTests(site);
}
