using System.Net;
using System.Text.Json.Nodes;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Life;

/// <summary>Links to working versions, and what the newsroom reads of published ones.</summary>
public abstract class PreviewTests(RunningSite site) : IAsyncLifetime
{
    private readonly string _slug = New.Slug();

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
    public async Task Link_shows_the_working_version_to_whoever_has_it_and_to_no_search_engine()
    {
        var etag = await site.Publish(_slug, Sample.Draft() with { Access = "paid" });
        await site.Newsroom(HttpMethod.Put, $"/api/newsroom/articles/{_slug}", Sample.Draft("Bản nháp mới") with { Access = "paid" }, etag);
        var link = await Link(new { });
        Assert.InRange(link["expiresAt"]!.GetValue<DateTimeOffset>() - TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(23.9), TimeSpan.FromHours(24.1));
        using var preview = await site.Client.GetAsync(new Uri(link.Text("url")).PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        var article = JsonNode.Parse(await preview.Content.ReadAsStringAsync())!;
        Assert.Equal("Bản nháp mới", article.Text("title"));
        Assert.Single(article["blocks"]!.AsArray());
        Assert.Equal("no-store", preview.Headers.CacheControl!.ToString());
        Assert.Equal("no-referrer", preview.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("noindex", preview.Headers.GetValues("X-Robots-Tag"));
    }

    [Fact]
    public async Task Link_that_was_tampered_with_is_404()
    {
        await site.Create(_slug, Sample.Draft());
        var path = new Uri((await Link(new { hours = 1 })).Text("url")).AbsolutePath;
        var token = path[(path.LastIndexOf('/') + 1)..];
        foreach (var i in new[] { 0, 10, 30, token.Length - 2 })
        {
            var other = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            using var answer = await site.Client.GetAsync($"/api/previews/{other}");
            await Problems.Refused(answer, 404, "not-found");
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        }

        await Problems.Refused(await site.Client.GetAsync("/api/previews/x"), 404);
        await Problems.Refused(await Preview(new { hours = 169 }), 400);
        await Problems.Refused(await Preview(new { hours = 0 }), 400);
    }

    [Fact]
    public async Task Published_is_read_whole_by_the_newsroom()
    {
        var draft = Sample.Draft() with { Access = "registered", FreeBlocks = 0 };
        await site.Create(_slug, draft);
        await Problems.Refused(await site.Newsroom(HttpMethod.Get, $"/api/newsroom/articles/{_slug}/published"), 404);
        await site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{_slug}/publish", new { }, "\"1\"");
        using var whole = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/articles/{_slug}/published");
        Assert.Single(JsonNode.Parse(await whole.Content.ReadAsStringAsync())!["blocks"]!.AsArray());
        Assert.Empty((await site.Read($"/api/articles/{_slug}"))["blocks"]!.AsArray());
        Assert.Equal("no-store", whole.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Noindex_is_said_in_the_header_too()
    {
        await site.Publish(_slug, Sample.Draft() with { Robots = "noindex" });
        using var answer = await site.Client.GetAsync($"/api/articles/{_slug}");
        Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag"));
    }

    private async Task<JsonNode> Link(object body)
    {
        using var answer = await Preview(body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private Task<HttpResponseMessage> Preview(object body) =>
        site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{_slug}/preview", body);

    public sealed class OnLocalHost(LocalSiteProcess site) : PreviewTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : PreviewTests(site);

    public sealed class OnWorkerWithCosmos(CosmosWorkerSite site) : PreviewTests(site);

    public sealed class UnderFaults(FaultySite site) : PreviewTests(site);
}
