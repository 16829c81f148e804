using System.Net;
using System.Text.Json.Nodes;
using News.Domain.Blocks;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Life;

/// <summary>Withdraw, rename and delete, as readers and editors see them.</summary>
public abstract class LifeTests(RunningSite site) : IAsyncLifetime
{
    private readonly string _slug = New.Slug();
    private readonly string _section = New.Slug();

    public async ValueTask InitializeAsync()
    {
        await site.Ready();
        await site.Section(_section);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Withdrawn_article_is_410_with_its_reason_and_in_no_list_until_published_again()
    {
        var etag = await site.Publish(_slug, Sample.Draft(section: _section));
        var first = (await site.Read($"/api/articles/{_slug}")).Text("publishedAt");
        using var withdrawn = await Post("withdraw", new { reason = "Số liệu sai." }, "*");
        Assert.Equal(HttpStatusCode.OK, withdrawn.StatusCode);
        using var gone = await site.Client.GetAsync($"/api/articles/{_slug}");
        var problem = await Problems.Refused(gone, 410, "gone");
        Assert.Contains("Số liệu sai.", problem.Text("detail"), StringComparison.Ordinal);
        Assert.Equal("public, max-age=60", gone.Headers.CacheControl!.ToString());
        Assert.Empty(await site.ReadAll($"/api/articles?section={_section}"));
        await Problems.Refused(await Post("publish", new { }, etag), 412);
        using var again = await Post("publish", new { correction = "Đã sửa số liệu." }, withdrawn.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var article = await site.Read($"/api/articles/{_slug}");
        Assert.Equal(first, article.Text("publishedAt"));
        Assert.Equal("Đã sửa số liệu.", article["corrections"]![0].Text("text"));
        Assert.Equal("Đã sửa số liệu.", article["jsonLd"]!["correction"]![0].Text("text"));
        Assert.Equal([_slug], await site.ReadAll($"/api/articles?section={_section}"));
    }

    [Fact]
    public async Task Withdraw_of_what_is_not_published_and_without_a_reason_is_refused()
    {
        var etag = await site.Create(_slug, Sample.Draft(section: _section));
        await Problems.Refused(await Post("withdraw", new { reason = "x" }, etag), 409, "conflict");
        await Problems.Refused(await Post("withdraw", new { }, etag), 400, "invalid");
        await Problems.Refused(await Post("withdraw", new { reason = "x" }, null), 428);
        using var unknown = await site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{New.Slug()}/withdraw", new { reason = "x" }, "*");
        await Problems.Refused(unknown, 404, "not-found");
    }

    [Fact]
    public async Task Every_old_slug_redirects_once_to_the_newest_and_nobody_can_take_it()
    {
        var etag = await site.Publish(_slug, Sample.Draft(section: _section));
        var (second, third) = (New.Slug(), New.Slug());
        etag = await Rename(_slug, second, etag);
        etag = await Rename(second, third, etag);
        foreach (var old in new[] { _slug, second })
        {
            using var moved = await site.Client.GetAsync($"/api/articles/{old}");
            Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
            Assert.EndsWith($"/api/articles/{third}", moved.Headers.Location!.ToString(), StringComparison.Ordinal);
            using var draft = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/articles/{old}");
            Assert.Equal(HttpStatusCode.MovedPermanently, draft.StatusCode);
            using var write = await site.Newsroom(HttpMethod.Put, $"/api/newsroom/articles/{old}", Sample.Draft(section: _section), etag);
            Assert.Contains(third, (await Problems.Refused(write, 409)).Text("detail"), StringComparison.Ordinal);
            using var take = await site.Newsroom(HttpMethod.Put, $"/api/newsroom/articles/{old}", Sample.Draft(section: _section), create: true);
            await Problems.Refused(take, 409);
        }

        Assert.Equal([third], await site.ReadAll($"/api/articles?section={_section}"));
        await Rename(third, _slug, etag);
        Assert.Equal(_slug, (await site.Read($"/api/articles/{_slug}")).Text("slug"));
        Assert.Equal(301, await site.Status($"/api/articles/{third}"));
    }

    [Fact]
    public async Task Renamed_and_withdrawn_article_is_410_at_every_slug()
    {
        var etag = await site.Publish(_slug, Sample.Draft(section: _section));
        var second = New.Slug();
        await Rename(_slug, second, etag);
        await site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{second}/withdraw", new { reason = "Hết hạn." }, "*");
        Assert.Equal((410, 410), (await site.Status($"/api/articles/{_slug}"), await site.Status($"/api/articles/{second}")));
    }

    [Fact]
    public async Task Rename_to_a_taken_bad_or_21st_slug_is_refused()
    {
        var other = New.Slug();
        await site.Publish(other, Sample.Draft(section: _section));
        var etag = await site.Publish(_slug, Sample.Draft(section: _section));
        await Problems.Refused(await Post("rename", new { slug = other }, etag), 409);
        await Problems.Refused(await Post("rename", new { slug = "Không" }, etag), 400);
        await Problems.Refused(await Post("rename", new { slug = _slug }, etag), 409);
        await Problems.Refused(await Post("rename", new { slug = New.Slug() }, null), 428);
        await Problems.Refused(await Post("rename", new { slug = New.Slug() }, "\"99\""), 412);
        var current = _slug;
        for (var i = 0; i < 19; i++)
        {
            var next = New.Slug();
            etag = await Rename(current, next, etag);
            current = next;
        }

        using var tooMany = await site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{current}/rename", new { slug = New.Slug() }, etag);
        await Problems.Refused(tooMany, 409);
    }

    [Fact]
    public async Task Deleted_draft_is_gone_for_everybody_and_its_slug_is_free()
    {
        var etag = await site.Create(_slug, Sample.Draft(section: _section));
        var path = $"/api/newsroom/articles/{_slug}";
        await Problems.Refused(await site.Newsroom(HttpMethod.Delete, path), 428);
        await Problems.Refused(await site.Newsroom(HttpMethod.Delete, path, ifMatch: "\"9\""), 412);
        using var deleted = await site.Newsroom(HttpMethod.Delete, path, ifMatch: etag);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await Problems.Refused(await site.Newsroom(HttpMethod.Get, path), 404);
        await Problems.Refused(await site.Newsroom(HttpMethod.Get, path + "/revisions"), 404);
        Assert.Equal("\"1\"", await site.Create(_slug, Sample.Draft(section: _section)));
    }

    [Fact]
    public async Task Draft_that_points_to_deleted_articles_can_be_sent_back_as_it_is_read()
    {
        var (first, second) = (New.Slug(), New.Slug());
        var etag = await site.Create(first, Sample.Draft(section: _section));
        await site.Create(second, Sample.Draft(section: _section));
        Block[] blocks = [new Block.Related([first]), new Block.Box("Đọc thêm", [new Block.Related([first])]), new Block.Related([first, second])];
        await site.Create(_slug, Sample.Draft(section: _section) with { Blocks = [new Block.Paragraph("Đoạn."), .. blocks] });
        using var deleted = await site.Newsroom(HttpMethod.Delete, $"/api/newsroom/articles/{first}", ifMatch: etag);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        var path = $"/api/newsroom/articles/{_slug}";
        using var read = await site.Newsroom(HttpMethod.Get, path);
        var draft = JsonNode.Parse(await read.Content.ReadAsStringAsync())!;
        Assert.Equal(["paragraph", "related"], draft["blocks"]!.AsArray().Select(block => block.Text("type")));
        Assert.Equal(second, Assert.Single(draft["blocks"]![1]!["articles"]!.AsArray())!.GetValue<string>());
        using var back = await site.Newsroom(HttpMethod.Put, path, draft, read.Headers.ETag!.ToString());
        Assert.True(back.StatusCode == HttpStatusCode.OK, await back.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_was_published_once_cannot_be_deleted()
    {
        var etag = await site.Publish(_slug, Sample.Draft(section: _section));
        await Problems.Refused(await site.Newsroom(HttpMethod.Delete, $"/api/newsroom/articles/{_slug}", ifMatch: etag), 409, "conflict");
        Assert.Equal(200, await site.Status($"/api/articles/{_slug}"));
    }

    [Fact]
    public async Task Newsroom_lists_follow_the_state_and_find_by_title()
    {
        var title = $"Đường về {_slug}";
        var etag = await site.Create(_slug, Sample.Draft(title, _section));
        Assert.Equal("draft", (await Find("draft", title)).Text("state"));
        using var published = await Post("publish", new { }, etag);
        Assert.Empty(await List("draft", title));
        Assert.Equal("published", (await Find("published", $"duong ve {_slug}")).Text("state"));
        using var withdrawn = await Post("withdraw", new { reason = "x" }, "*");
        Assert.Empty(await List("published", title));
        Assert.Equal(_slug, (await Find("withdrawn", title)).Text("slug"));
        Assert.Equal(_slug, (await Find(null, title)).Text("slug"));
        using var bad = await site.Newsroom(HttpMethod.Get, "/api/newsroom/articles?state=lost");
        await Problems.Refused(bad, 400);
    }

    private async Task<JsonNode> Find(string? state, string title) => Assert.Single(await List(state, title))!;

    private async Task<JsonArray> List(string? state, string title)
    {
        using var answer = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/articles?q={Uri.EscapeDataString(title)}{(state is null ? "" : $"&state={state}")}");
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["items"]!.AsArray();
    }

    private async Task<string> Rename(string from, string to, string etag)
    {
        using var answer = await site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{from}/rename", new { slug = to }, etag);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return answer.Headers.ETag!.ToString();
    }

    private Task<HttpResponseMessage> Post(string action, object body, string? ifMatch) =>
        site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{_slug}/{action}", body, ifMatch);

    public sealed class OnLocalHost(LocalSiteProcess site) : LifeTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : LifeTests(site);

    public sealed class OnWorkerWithCosmos(CosmosWorkerSite site) : LifeTests(site);

    public sealed class UnderFaults(FaultySite site) : LifeTests(site);
}
