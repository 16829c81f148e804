using System.Net;
using System.Text.Json.Nodes;
using News.Domain.Blocks;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Life;

/// <summary>Every saved version is kept, told apart and brought back.</summary>
public abstract class RevisionTests(RunningSite site) : IAsyncLifetime
{
    private readonly string _slug = New.Slug();

    private string Path => $"/api/newsroom/articles/{_slug}";

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
    public async Task Versions_are_listed_newest_first_with_who_and_what()
    {
        var etag = await site.Create(_slug, Sample.Draft());
        etag = await Save("Hai", etag, "Biên tập Lan");
        using var published = await site.Newsroom(HttpMethod.Post, $"{Path}/publish", new { }, etag);
        var first = await Json($"{Path}/revisions?limit=2");
        Assert.Equal([(3, "publish"), (2, "save")], first["items"]!.AsArray().Select(item => (item!["version"]!.GetValue<int>(), item.Text("action"))));
        Assert.Equal("Biên tập Lan", first["items"]![1].Text("by"));
        var rest = await Json($"{Path}/revisions?limit=2&cursor={first.Text("nextCursor")}");
        Assert.Equal("create", Assert.Single(rest["items"]!.AsArray()).Text("action"));
        Assert.Null(rest["nextCursor"]);
    }

    [Fact]
    public async Task Difference_names_members_and_blocks()
    {
        var one = Sample.Draft() with { Blocks = [new Block.Paragraph("một"), new Block.Paragraph("hai"), new Block.Paragraph("ba")] };
        var two = one with { Title = "Tít khác", Blocks = [new Block.Paragraph("một"), new Block.Heading(2, "chen"), new Block.Paragraph("ba")] };
        await site.Create(_slug, one);
        using var saved = await site.Newsroom(HttpMethod.Put, Path, two, "\"1\"");
        var view = await Json($"{Path}/revisions/2?against=1");
        Assert.Equal("Tít khác", view["article"].Text("title"));
        var field = Assert.Single(view["fields"]!.AsArray());
        Assert.Equal(("title", one.Title, "Tít khác"), (field.Text("field"), field.Text("before"), field.Text("after")));
        var changes = view["blocks"]!.AsArray().Select(change => (change.Text("change"), change!["index"]!.GetValue<int>(), change["block"].Text("type")));
        Assert.Equal([("removed", 1, "paragraph"), ("added", 1, "heading")], changes);
        await Problems.Refused(await site.Newsroom(HttpMethod.Get, $"{Path}/revisions/9"), 404);
        await Problems.Refused(await site.Newsroom(HttpMethod.Get, $"{Path}/revisions/x"), 400);
    }

    [Fact]
    public async Task Restored_version_is_a_new_one_with_the_old_content()
    {
        var etag = await site.Create(_slug, Sample.Draft("Bản một"));
        etag = await Save("Bản hai", etag);
        await Problems.Refused(await site.Newsroom(HttpMethod.Post, $"{Path}/revisions/1/restore", new { }, "\"1\""), 412);
        await Problems.Refused(await site.Newsroom(HttpMethod.Post, $"{Path}/revisions/7/restore", new { }, etag), 404);
        using var restored = await site.Newsroom(HttpMethod.Post, $"{Path}/revisions/1/restore", new { }, etag);
        Assert.Equal("\"3\"", restored.Headers.ETag!.ToString());
        Assert.Equal("Bản một", JsonNode.Parse(await restored.Content.ReadAsStringAsync())!.Text("title"));
        Assert.Equal("Bản hai", (await Json($"{Path}/revisions/2"))["article"].Text("title"));
    }

    [Fact]
    public async Task Autosave_takes_the_place_of_the_same_editors_last_one_only()
    {
        var etag = await site.Create(_slug, Sample.Draft());
        etag = await Save("a1", etag, "lan", autosave: true);
        etag = await Save("a2", etag, "lan", autosave: true);
        etag = await Save("b1", etag, "minh", autosave: true);
        etag = await Save("thật", etag, "minh");
        etag = await Save("a3", etag, "lan", autosave: true);
        var versions = (await Json($"{Path}/revisions"))["items"]!.AsArray().Select(item => item!["version"]!.GetValue<int>());
        Assert.Equal([6, 5, 4, 3, 1], versions);
        Assert.Equal("\"6\"", etag);
        Assert.Equal("a3", (await Json(Path)).Text("title"));
        Assert.Equal("a2", (await Json($"{Path}/revisions/3"))["article"].Text("title"));
        await Problems.Refused(await site.Newsroom(HttpMethod.Get, $"{Path}/revisions/2"), 404);
    }

    [Fact]
    public async Task Twenty_editors_lose_no_update()
    {
        await site.Create(_slug, Sample.Draft());
        await Task.WhenAll(Enumerable.Range(0, 20).Select(SaveUntilItWins));
        var versions = (await Json($"{Path}/revisions?limit=100"))["items"]!.AsArray();
        Assert.Equal(21, versions.Count);
        var titles = await Task.WhenAll(Enumerable.Range(2, 20).Select(async n => (await Json($"{Path}/revisions/{n}"))["article"].Text("title")));
        Assert.Equal(Enumerable.Range(0, 20).Select(n => $"Biên tập {n}").Order(), titles.Order());
    }

    private async Task SaveUntilItWins(int editor)
    {
        while (true)
        {
            using var seen = await site.Newsroom(HttpMethod.Get, Path);
            using var saved = await site.Newsroom(HttpMethod.Put, Path, Sample.Draft($"Biên tập {editor}"), seen.Headers.ETag!.ToString());
            if (saved.StatusCode == HttpStatusCode.OK)
                return;
            await Problems.Refused(saved, 412);
        }
    }

    private async Task<string> Save(string title, string etag, string? by = null, bool autosave = false)
    {
        using var content = System.Net.Http.Json.JsonContent.Create(Sample.Draft(title), NewsJson.Wire.ArticleDraft);
        if (by is not null)
            content.Headers.Add("X-Editor", Uri.EscapeDataString(by));
        using var answer = await site.Newsroom(HttpMethod.Put, autosave ? $"{Path}?autosave=true" : Path, content, etag);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return answer.Headers.ETag!.ToString();
    }

    private async Task<JsonNode> Json(string path)
    {
        using var answer = await site.Newsroom(HttpMethod.Get, path);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
        return JsonNode.Parse(body)!;
    }

    public sealed class OnLocalHost(LocalSiteProcess site) : RevisionTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : RevisionTests(site);

    public sealed class OnWorkerWithCosmos(CosmosWorkerSite site) : RevisionTests(site);

    public sealed class UnderFaults(FaultySite site) : RevisionTests(site);
}
