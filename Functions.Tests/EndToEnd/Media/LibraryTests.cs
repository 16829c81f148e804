using System.Net;
using System.Text.Json.Nodes;
using News.Domain.Blocks;
using News.Domain.Drafts;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Media;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Media;

/// <summary>Pictures and the articles that show them.</summary>
public abstract class LibraryTests(RunningSite site) : IAsyncLifetime
{
    private readonly string _slug = New.Slug();
    private string _asset = "";

    public async ValueTask InitializeAsync()
    {
        await site.Ready();
        await site.Section("moi-truong");
        await site.BlobConnection();
        _asset = await site.Add(SmallPicture.Png());
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Article_and_card_show_the_picture_with_their_own_words_before_its()
    {
        await Describe(new { alt = "Một dòng sông", caption = "Sông Đà", credit = "Ảnh: An Khê", copyright = "© Báo", license = "CC BY 4.0" });
        await site.Publish(_slug, Draft(new(_asset, Caption: "Chú thích của bài")));
        var cover = (await site.Read($"/api/articles/{_slug}"))["cover"]!;
        Assert.Equal(("Một dòng sông", "Chú thích của bài", "Ảnh: An Khê"), (cover.Text("alt"), cover.Text("caption"), cover.Text("credit")));
        Assert.Equal(("© Báo", "CC BY 4.0"), (cover.Text("copyright"), cover.Text("license")));
        Assert.Equal((1300, 900), (cover["width"]!.GetValue<int>(), cover["height"]!.GetValue<int>()));
        Assert.Equal(["image/avif", "image/webp", "image/jpeg"], cover["sources"]!.AsArray().Select(source => source.Text("type")));
        Assert.Equal(["1:1", "4:3", "16:9", "1200x630"], cover["crops"]!.AsObject().Select(crop => crop.Key));
        Assert.Equal(cover.ToJsonString(), (await Card())["cover"]!.ToJsonString());
    }

    [Fact]
    public async Task New_words_show_at_once_wherever_nothing_else_is_said()
    {
        await site.Publish(_slug, Draft(new(_asset, Alt: "Của bài"), new Block.Image(new(_asset))));
        await Describe(new { alt = "Chữ mới", credit = "Ảnh: Lan" });
        var article = await site.Read($"/api/articles/{_slug}");
        Assert.Equal(("Của bài", "Ảnh: Lan"), (article["cover"].Text("alt"), article["cover"].Text("credit")));
        Assert.Equal("Chữ mới", article["blocks"]![0]!["picture"].Text("alt"));
        Assert.Equal("Ảnh: Lan", (await Card())["cover"].Text("credit"));
        Assert.Equal("Chữ mới", (await site.Read($"/api/media/{_asset}")).Text("alt"));
        using var found = await site.Newsroom(HttpMethod.Get, "/api/newsroom/media?q=chu%20moi");
        Assert.Contains(_asset, await found.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Library_names_the_articles_that_use_a_picture_and_deletes_only_what_none_does()
    {
        var other = New.Slug();
        await site.Publish(_slug, Draft(new(_asset)));
        await site.Create(other, Draft(null, new Block.Image(new(_asset))));
        Assert.Equal(new[] { _slug, other }.Order(), await UsedBy());
        using var refused = await Delete();
        var problem = await Problems.Refused(refused, 409, "conflict");
        Assert.Contains(_slug, problem.Text("detail"), StringComparison.Ordinal);
        Assert.Contains(other, problem.Text("detail"), StringComparison.Ordinal);
        await Replace(_slug, Draft(null), publish: false);
        Assert.Equal(new[] { _slug, other }.Order(), await UsedBy());
        await Replace(_slug, Draft(null), publish: true);
        using var draft = await site.Newsroom(HttpMethod.Delete, $"/api/newsroom/articles/{other}", ifMatch: "\"1\"");
        Assert.Equal(HttpStatusCode.NoContent, draft.StatusCode);
        Assert.Empty(await UsedBy());
        using var deleted = await Delete();
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Null(await site.Listed(_asset));
        Assert.Equal(404, await site.Status($"/api/media/{_asset}"));
        using var again = await Delete();
        await Problems.Refused(again, 404, "not-found");
    }

    [Fact]
    public async Task Deleted_picture_can_be_dropped_again()
    {
        var content = SmallPicture.Png(400, 300);
        _asset = await site.Add(content);
        using var deleted = await Delete();
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(_asset, await site.Add(content));
        Assert.Equal(200, await site.Status($"/api/media/{_asset}"));
    }

    [Fact]
    public async Task Publishing_refuses_and_names_what_is_not_ready()
    {
        var etag = await site.Create(_slug, Draft(new(_asset), new Block.Image(new(Sample.Assets[1])), new Block.Video(new(Sample.Assets[2]))));
        using var refused = await site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{_slug}/publish", new { }, etag);
        var problem = await Problems.Refused(refused, 409, "conflict");
        Assert.Contains(Sample.Assets[1], problem.Text("detail"), StringComparison.Ordinal);
        Assert.Contains(Sample.Assets[2], problem.Text("detail"), StringComparison.Ordinal);
        Assert.DoesNotContain(_asset, problem.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(404, await site.Status($"/api/articles/{_slug}"));
    }

    [Fact]
    public async Task Crops_around_a_point_the_editor_chose_are_made_and_then_shown()
    {
        await site.Publish(_slug, Draft(new(_asset, Focus: new(0.11, 0.87))));
        await site.Dropped($"crops/{_asset}/100-850");
        Assert.True(await Poll.Until(async () => (await Crop("16:9")).Contains("/16x9-100-850-", StringComparison.Ordinal)), await Crop("16:9"));
        Assert.Contains("/1x1-100-850-", await Crop("1:1"), StringComparison.Ordinal);
        Assert.Contains("/16x9-100-850-", (await Card())["cover"]!["crops"]!["16:9"].Text("src"), StringComparison.Ordinal);
        Assert.DoesNotContain("100-850", (await site.Read($"/api/media/{_asset}")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authors_photo_must_be_ready_and_follows_its_asset()
    {
        var slug = New.Slug();
        using var refused = await PutAuthor(slug, Sample.Assets[1]);
        await Problems.Refused(refused, 409, "conflict");
        using var created = await PutAuthor(slug, _asset);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        await Describe(new { alt = "Chân dung" });
        Assert.Equal("Chân dung", (await site.Read($"/api/authors/{slug}"))["photo"].Text("alt"));
        using var used = await Delete();
        Assert.Contains(slug, (await Problems.Refused(used, 409)).Text("detail"), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PutAuthor(string slug, string asset) =>
        site.Newsroom(HttpMethod.Put, $"/api/newsroom/authors/{slug}", new { name = slug, photo = new { asset } }, create: true);

    private Task<HttpResponseMessage> Delete() => site.Newsroom(HttpMethod.Delete, $"/api/newsroom/media/{_asset}");

    private async Task Describe(object text)
    {
        using var answer = await site.Newsroom(HttpMethod.Put, $"/api/newsroom/media/{_asset}", text);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    private async Task Replace(string slug, ArticleDraft draft, bool publish)
    {
        using var read = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/articles/{slug}");
        using var saved = await site.Newsroom(HttpMethod.Put, $"/api/newsroom/articles/{slug}", draft, read.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        if (!publish)
            return;
        using var published = await site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{slug}/publish", new { }, saved.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
    }

    private async Task<IEnumerable<string>> UsedBy() => (await site.Listed(_asset))!["usedBy"]!.AsArray().Select(slug => slug!.GetValue<string>()).Order();

    private async Task<string> Crop(string ratio) => (await site.Read($"/api/articles/{_slug}"))["cover"]!["crops"]![ratio].Text("src");

    private async Task<JsonNode> Card()
    {
        var id = (await site.Read($"/api/articles/{_slug}")).Text("id");
        return (await site.Read($"/api/articles?ids={id}"))["items"]![0]!;
    }

    private static ArticleDraft Draft(PictureRef? cover, params Block[] blocks) =>
        Sample.Draft() with { Cover = cover, Blocks = blocks.Length > 0 ? blocks : Sample.Draft().Blocks };

    public sealed class OnLocalHost(LocalSiteProcess site) : LibraryTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : LibraryTests(site);
}
