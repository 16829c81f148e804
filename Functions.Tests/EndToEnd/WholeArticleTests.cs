using System.Net;
using System.Text.Json.Nodes;
using News.Domain.Blocks;
using News.Domain.Drafts;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd;

/// <summary>An article with everything an article can have.</summary>
public abstract class WholeArticleTests(RunningSite site) : IAsyncLifetime
{
    private readonly string _slug = New.Slug();
    private readonly string _other = New.Slug();

    public async ValueTask InitializeAsync()
    {
        await site.Ready();
        await site.Section("moi-truong");
        await site.Publish(_other);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_block_is_read_back_in_its_order()
    {
        await site.Publish(_slug, Whole());
        var blocks = (await site.Read($"/api/articles/{_slug}"))["blocks"]!.AsArray();
        Assert.Equal(Whole().Blocks!.Select(block => block.Type), blocks.Select(block => block.Text("type")));
        JsonNode Block(string type) => blocks.First(block => block.Text("type") == type)!;
        Assert.Equal(2, Block("gallery")["pictures"]!.AsArray().Count);
        Assert.Equal(Sample.Asset, Block("video")["video"].Text("asset"));
        Assert.Equal("Nước cứng", Block("table")["rows"]![0]![0]!.GetValue<string>());
        Assert.Equal("paragraph", Block("box")["blocks"]![0].Text("type"));
        Assert.Equal(_other, Block("related")["articles"]![0].Text("slug"));
        Assert.Equal(1234, Block("file")["size"]!.GetValue<int>());
        Assert.Equal("youtube", Block("embed").Text("provider"));
        Assert.Equal("pH = 7", Block("code").Text("text"));
    }

    [Fact]
    public async Task Every_member_is_read_back()
    {
        await site.Publish(_slug, Whole());
        var article = await site.Read($"/api/articles/{_slug}");
        Assert.Equal(("Mùa mưa bão", "mua-mua-bao"), (article["topic"].Text("name"), article["topic"].Text("slug")));
        Assert.Equal("Tổng hợp", article.Text("source"));
        Assert.Equal("https://example.org/goc", article.Text("canonicalUrl"));
        Assert.Equal("https://example.org/goc", article["jsonLd"].Text("mainEntityOfPage"));
        Assert.Equal(("en-GB", "noindex", "e-magazine"), (article.Text("lang"), article.Text("robots"), article.Text("format")));
        Assert.Equal("Bìa", article["cover"].Text("caption"));
    }

    [Fact]
    public async Task What_is_not_free_is_cut_for_readers()
    {
        await site.Publish(_slug, Whole() with { Access = "paid", FreeBlocks = 2 });
        var article = await site.Read($"/api/articles/{_slug}");
        Assert.Equal(2, article["blocks"]!.AsArray().Count);
        Assert.False(article["jsonLd"]!["isAccessibleForFree"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Fifty_writers_of_one_version_have_one_winner()
    {
        await site.Create(_slug, Whole());
        for (var version = 1; version <= 5; version++)
        {
            var writers = Enumerable.Range(0, 10).Select(n => Save($"Bản {version}.{n}", version));
            var statuses = await Task.WhenAll(writers);
            Assert.Equal(1, statuses.Count(status => status == HttpStatusCode.OK));
            Assert.Equal(9, statuses.Count(status => status == HttpStatusCode.PreconditionFailed));
        }

        using var draft = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/articles/{_slug}");
        Assert.Equal("\"6\"", draft.Headers.ETag!.ToString());
    }

    private async Task<HttpStatusCode> Save(string title, int version)
    {
        using var answer = await site.Newsroom(HttpMethod.Put, $"/api/newsroom/articles/{_slug}", Whole() with { Title = title }, $"\"{version}\"");
        return answer.StatusCode;
    }

    private ArticleDraft Whole() => Sample.Draft() with
    {
        Format = "e-magazine",
        Topic = "Mùa mưa bão",
        Source = "Tổng hợp",
        Cover = new(Sample.Asset, "Một dòng sông", "Bìa"),
        SeoTitle = "Tít ngắn",
        CanonicalUrl = "https://example.org/goc",
        Lang = "en-GB",
        Robots = "noindex",
        Blocks =
        [
            new Block.Paragraph("Đoạn <em>một</em>."),
            new Block.Heading(3, "Mục"),
            new Block.Image(new(Sample.Asset, Caption: "Chú thích", Focus: new(0.2, 0.8))),
            new Block.Gallery([new(Sample.Asset), new(Sample.Asset)]),
            new Block.Video(new(Sample.Asset)),
            new Block.Quote("Nước là sự sống.", "Một nông dân"),
            new Block.List(true, ["một", "hai"]),
            new Block.Table("Độ cứng", ["Loại", "mg/l"], [["Nước cứng", "300"]]),
            new Block.Box("Cần biết", [new Block.Paragraph("Đun sôi."), new Block.Related([_other])]),
            new Block.Related([_other]),
            new Block.File("https://example.org/a.pdf", "Phụ lục", 1234),
            new Block.Audio("https://example.org/a.mp3", 12.5, "Lời đọc"),
            new Block.Code("pH = 7"),
            new Block.Embed("youtube", "https://www.youtube.com/watch?v=x", "Phim"),
        ],
    };

    public sealed class OnLocalHost(LocalSiteProcess site) : WholeArticleTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : WholeArticleTests(site);

    public sealed class OnWorkerWithCosmos(CosmosWorkerSite site) : WholeArticleTests(site);

    public sealed class UnderFaults(FaultySite site) : WholeArticleTests(site);
}
