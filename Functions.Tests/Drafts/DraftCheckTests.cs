using News.Domain;
using News.Domain.Articles;
using News.Domain.Blocks;
using News.Domain.Drafts;
using News.Functions.Newsroom;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Drafts;

public class DraftCheckTests
{
    private readonly DraftCheck _check = new(new InlineHtml());

    [Fact]
    public void Accept_of_a_good_draft_keeps_every_member()
    {
        var content = _check.Accept(Sample.Draft() with { Topic = "Mùa mưa bão", Source = " Tổng hợp ", CanonicalUrl = "https://example.org/a" });
        Assert.Equal("Nước sạch về bản", content.Title);
        Assert.Equal(new Tag("nuoc-sach", "Nước sạch"), Assert.Single(content.Tags));
        Assert.Equal(new Tag("mua-mua-bao", "Mùa mưa bão"), content.Topic);
        Assert.Equal(("Tổng hợp", "index", Access.Free), (content.Source, content.Robots, content.Access));
        Assert.Equal(1, content.ReadingMinutes);
    }

    [Fact]
    public void Accept_makes_text_NFC() =>
        Assert.Equal("Hà Nội", _check.Accept(Sample.Draft("Ha\u0300 No\u0302\u0323i")).Title);

    [Fact]
    public void Accept_names_every_field_at_fault()
    {
        var faults = FaultsOf(new ArticleDraft { Title = " ", Format = "blog", Blocks = [new Block.Paragraph(), new Block.Heading(5, "")] });
        Assert.Equal(["blocks[0].html", "blocks[1].level", "blocks[1].text", "format", "section", "title"], faults);
    }

    public static TheoryData<string, Block> BadBlocks => new()
    {
        { "blocks[0].picture", new Block.Image() },
        { "blocks[0].picture.asset", new Block.Image(new("../../etc/passwd")) },
        { "blocks[0].picture.focus", new Block.Image(new(Sample.Asset, Focus: new(1.5, 0))) },
        { "blocks[0].pictures", new Block.Gallery([.. Enumerable.Repeat(new PictureRef(Sample.Asset), 51)]) },
        { "blocks[0].video", new Block.Video() },
        { "blocks[0].html", new Block.Quote("") },
        { "blocks[0].html", new Block.Paragraph("<a href=\"javascript:alert(1)\">x</a>") },
        { "blocks[0].html", new Block.Paragraph("<a href=\"data:text/html,x\">x</a>") },
        { "blocks[0].items[0]", new Block.List(false, ["<a href=\"//evil.example\">x</a>"]) },
        { "blocks[0].items", new Block.List() },
        { "blocks[0].items[1]", new Block.List(false, ["a", ""]) },
        { "blocks[0].rows[1]", new Block.Table(null, ["a", "b"], [["1", "2"], ["1"]]) },
        { "blocks[0].rows", new Block.Table(null, ["a"], []) },
        { "blocks[0].blocks", new Block.Box("t", [new Block.Box("u", [new Block.Paragraph("p")])]) },
        { "blocks[0].blocks[0].html", new Block.Box("t", [new Block.Paragraph()]) },
        { "blocks[0].articles[0]", new Block.Related(["Không phải slug"]) },
        { "blocks[0].url", new Block.File("javascript:alert(1)", "a", 1) },
        { "blocks[0].url", new Block.File("//evil.example/x", "a", 1) },
        { "blocks[0].url", new Block.Audio("data:audio/mp3;base64,AA==", 1) },
        { "blocks[0].text", new Block.Code("a\0b") },
        { "blocks[0].provider", new Block.Embed("myspace", "https://myspace.com/x") },
        { "blocks[0].url", new Block.Embed("youtube", "https://youtube.com.evil.example/x") },
        { "blocks[0].url", new Block.Embed("youtube", "http://www.youtube.com/x") },
        { "blocks[0].url", new Block.Embed("google-maps", "https://www.google.com/url?q=https://evil.example") },
        { "blocks[0].url", new Block.Embed("youtube", "https://youtu.be/\"onload=") },
        { "blocks[0].aspectRatio", new Block.Embed("youtube", "https://youtu.be/x", null, 0) },
    };

    [Theory]
    [MemberData(nameof(BadBlocks))]
    public void Accept_refuses_block(string field, Block block) =>
        Assert.Contains(field, FaultsOf(Sample.Draft() with { Blocks = [block] }));

    public static TheoryData<string, ArticleDraft> BadDrafts => new()
    {
        { "title", Sample.Draft(new string('a', 301)) },
        { "title", Sample.Draft("nửa \ud800 đôi") },
        { "title", Sample.Draft("đảo \u202e chiều") },
        { "lead", Sample.Draft() with { Lead = new string('a', 2001) } },
        { "blocks", Sample.Draft() with { Blocks = [.. Enumerable.Repeat(new Block.Paragraph("p"), 501)] } },
        { "blocks[4].pictures[0]", Sample.Draft() with { Blocks = [.. Enumerable.Repeat(new Block.Gallery([.. Enumerable.Repeat(new PictureRef(Sample.Asset), 50)]), 5)] } },
        { "tags", Sample.Draft() with { Tags = [.. Enumerable.Range(0, 21).Select(n => $"t{n}")] } },
        { "tags[0]", Sample.Draft() with { Tags = ["…"] } },
        { "tags[0]", Sample.Draft() with { Tags = ["中文"] } },
        { "bylines[0]", Sample.Draft() with { Bylines = ["…"] } },
        { "bylines", Sample.Draft() with { Bylines = [.. Enumerable.Range(0, 11).Select(n => $"t{n}")] } },
        { "canonicalUrl", Sample.Draft() with { CanonicalUrl = "/cho-nay" } },
        { "lang", Sample.Draft() with { Lang = "tiếng Việt" } },
        { "robots", Sample.Draft() with { Robots = "all" } },
        { "access", Sample.Draft() with { Access = "vip" } },
        { "freeBlocks", Sample.Draft() with { FreeBlocks = -1 } },
    };

    [Theory]
    [MemberData(nameof(BadDrafts))]
    public void Accept_refuses_draft(string field, ArticleDraft draft) => Assert.Contains(field, FaultsOf(draft));

    private IEnumerable<string> FaultsOf(ArticleDraft draft) =>
        Assert.Throws<Failure>(() => _check.Accept(draft)).Errors!.Keys.Order(StringComparer.Ordinal);
}
