using System.Net;
using System.Text.Json.Nodes;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd;

/// <summary>Bylines are authors, and authors have pages.</summary>
public abstract class AuthorTests(RunningSite site) : IAsyncLifetime
{
    private readonly string _name = $"Tác giả {Guid.NewGuid():N}";

    private string Slug => Domain.Text.Slug.From(_name);

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
    public async Task Byline_makes_an_author_that_readers_see_once_an_article_is_out()
    {
        var slug = New.Slug();
        var etag = await site.Create(slug, Sample.Draft() with { Bylines = [_name] });
        Assert.Equal(404, await site.Status($"/api/authors/{Slug}"));
        using var listed = await site.Newsroom(HttpMethod.Get, "/api/newsroom/authors");
        Assert.Contains(Slug, await listed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{slug}/publish", new { }, etag);
        Assert.Equal(_name, (await site.Read($"/api/authors/{Slug}")).Text("name"));
        Assert.Equal([slug], await site.ReadAll($"/api/articles?author={Slug}"));
    }

    [Fact]
    public async Task Renamed_author_is_the_same_one_everywhere()
    {
        var slug = New.Slug();
        await site.Publish(slug, Sample.Draft() with { Bylines = [_name] });
        var (newName, newSlug) = (_name + " mới", New.Slug());
        using var put = await Put(Slug, new { name = newName, slug = newSlug, role = "Biên tập viên", sameAs = new[] { "https://example.org/x" } }, "\"1\"");
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal(newName, (await site.Read($"/api/articles/{slug}"))["bylines"]![0].Text("name"));
        Assert.Equal(newName, (await site.Read($"/api/articles?author={newSlug}"))["items"]![0]!["bylines"]![0]!.GetValue<string>());
        using var old = await site.Client.GetAsync($"/api/authors/{Slug}");
        Assert.Equal(HttpStatusCode.MovedPermanently, old.StatusCode);
        Assert.EndsWith($"/api/authors/{newSlug}", old.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var stale = await Put(Slug, new { name = newName }, "\"2\"");
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using var moved = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/authors/{Slug}");
        Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);

        // The former name in a byline is still this author.
        var other = New.Slug();
        await site.Publish(other, Sample.Draft() with { Bylines = [_name] });
        Assert.Equal(newSlug, (await site.Read($"/api/articles/{other}"))["bylines"]![0].Text("slug"));
    }

    [Fact]
    public async Task Author_written_by_the_newsroom_is_shown_at_once_and_read_back()
    {
        var slug = New.Slug();
        using var created = await Put(slug, new { name = _name, bio = "Viết về nước.", photo = new { asset = Sample.Asset, alt = "Chân dung" } }, null);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(_name, (await site.Read($"/api/authors/{slug}")).Text("name"));
        using var read = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/authors/{slug}");
        Assert.Equal("\"1\"", read.Headers.ETag!.ToString());
        var json = JsonNode.Parse(await read.Content.ReadAsStringAsync())!;
        Assert.Equal(("Viết về nước.", Sample.Asset), (json.Text("bio"), json["photo"].Text("asset")));
        using var again = await Put(slug, json, "\"1\"");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Name_or_slug_of_another_is_409_and_bad_fields_are_named()
    {
        var (first, second) = (New.Slug(), New.Slug());
        using var one = await Put(first, new { name = _name }, null);
        using var namesake = await Put(second, new { name = _name }, null);
        Assert.Equal(HttpStatusCode.Conflict, namesake.StatusCode);
        using var two = await Put(second, new { name = _name + " hai" }, null);
        using var taken = await Put(second, new { name = _name + " hai", slug = first }, "\"1\"");
        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        using var bad = await Put(second, new { name = "", sameAs = new[] { "javascript:1" } }, "\"1\"");
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        var errors = JsonNode.Parse(await bad.Content.ReadAsStringAsync())!["errors"]!.AsObject();
        Assert.Equal(["name", "sameAs[0]"], errors.Select(pair => pair.Key).Order());
    }

    [Fact]
    public async Task New_author_is_made_at_the_address_it_is_written_to()
    {
        var (first, second) = (New.Slug(), New.Slug());
        using var elsewhere = await Put(first, new { name = _name, slug = second }, null);
        var problem = await Problems.Refused(elsewhere, 400, "invalid");
        Assert.True(problem["errors"]!.AsObject().ContainsKey("slug"), problem.ToJsonString());
        Assert.Equal((404, 404), (await site.Status($"/api/authors/{first}"), await site.Status($"/api/authors/{second}")));
        using var here = await Put(first, new { name = _name, slug = first }, null);
        Assert.Equal(HttpStatusCode.Created, here.StatusCode);
    }

    [Fact]
    public async Task Of_authors_written_at_once_under_one_name_one_is_made()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Put(New.Slug(), new { name = _name }, null)));
        Assert.Equal([201, .. Enumerable.Repeat(409, 9)], answers.Select(answer => (int)answer.StatusCode).Order());
    }

    [Theory]
    [InlineData("Ý", "author-y")]
    [InlineData("Admin", "author-admin")]
    [InlineData("中文", "author")]
    public async Task Byline_that_makes_no_slug_of_its_own_signs_all_the_same(string name, string start)
    {
        var (slug, bylines) = (New.Slug(), new[] { name });
        await site.Publish(slug, Sample.Draft() with { Bylines = bylines });
        var author = (await site.Read($"/api/articles/{slug}"))["bylines"]![0];
        Assert.Equal(name, author.Text("name"));
        Assert.StartsWith(start, author.Text("slug"), StringComparison.Ordinal);
        using var put = await Put(author.Text("slug"), new { name }, "\"1\"");
        Assert.True((int)put.StatusCode is 200 or 412, await put.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Many_articles_at_once_make_one_author()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => site.Publish(New.Slug(), Sample.Draft() with { Bylines = [_name] })));
        Assert.Equal(10, (await site.ReadAll($"/api/articles?author={Slug}")).Count);
    }

    private Task<HttpResponseMessage> Put(string slug, object body, string? ifMatch) =>
        site.Newsroom(HttpMethod.Put, $"/api/newsroom/authors/{slug}", body, ifMatch, create: ifMatch is null);

    public sealed class OnLocalHost(LocalSiteProcess site) : AuthorTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : AuthorTests(site);

    public sealed class OnWorkerWithCosmos(CosmosWorkerSite site) : AuthorTests(site);

    public sealed class UnderFaults(FaultySite site) : AuthorTests(site);
}
