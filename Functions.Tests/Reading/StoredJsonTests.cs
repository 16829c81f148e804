using System.Buffers;
using System.Text;
using System.Text.Json;
using News.Domain.Articles;
using News.Domain.Blocks;
using News.Domain.Lists;
using News.Domain.Media;
using News.Domain.Projection;
using News.Functions.Reading;
using News.Functions.Storage;
using News.Functions.Storage.Projections;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Reading;

/// <summary>What is put together from stored bytes is, to the byte, what making objects of them would give.</summary>
public sealed class StoredJsonTests : IAsyncDisposable
{
    private static readonly PictureRef _picture = new(Sample.Asset, "Sông \"Đà\"", Focus: new(0.5, 0.1));
    private static readonly Dictionary<string, PictureFacts> _facts = new() { [Sample.Asset] = Sample.Picture().Facts() };

    private readonly TestSite _site = new();

    public static TheoryData<ArticleContent> Contents { get; } =
    [
        Sample.Content(),
        Sample.Content("</script> \\ \" & \u0001 😀"),
        Sample.Content() with { Cover = _picture, Pictures = _facts },
        Sample.Content() with { Cover = _picture },
        Sample.Content(section: "khong-co") with { Bylines = ["khong-ai", "minh-ha"], Access = Access.Registered, Format = ArticleFormat.Video },
        Sample.Content() with { Bylines = [] },
    ];

    public static TheoryData<Block> Blocks { get; } =
    [
        new Block.Paragraph("Một <b>đoạn</b> \"văn\"."),
        new Block.Heading(3, "Mục"),
        new Block.Image(_picture),
        new Block.Gallery([_picture, new("khac")]),
        new Block.Video(_picture),
        new Block.Quote("Lời", "Ai đó"),
        new Block.List(true, ["một", "hai"]),
        new Block.Table("Bảng", ["A"], [["1"]]),
        new Block.Box("Hộp", [new Block.Image(_picture), new Block.Paragraph("trong")]),
        new Block.Related(["khong-thay"]),
        new Block.File("https://a.example/b", "Tệp", 5),
        new Block.Audio("https://a.example/b", 1.5),
        new Block.Code("x < y"),
        new Block.Embed("youtube", "https://youtu.be/x", null, 1),
    ];

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task A_card(ArticleContent content)
    {
        await _site.Section("moi-truong");
        await _site.Publish("bai-1", byline: "Minh Hạ");
        var entry = CardEntry.Of(new("0199", "bai", new(1, DateTimeOffset.UnixEpoch, default, []), content));
        var presenter = await _site.Get<Presenters>().Now(default);
        var written = new ArrayBufferWriter<byte>();
        var id = presenter.WriteCard(JsonSerializer.SerializeToUtf8Bytes(entry, NewsJson.Wire.CardEntry), written);
        Assert.Equal(JsonSerializer.Serialize(presenter.Card(entry), NewsJson.Wire.CardView), Encoding.UTF8.GetString(written.WrittenSpan));
        Assert.Equal("0199", id);
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task A_block(Block block)
    {
        var content = Sample.Content() with { Blocks = [block, new Block.Paragraph("Sau.")], Pictures = _facts };
        var article = new PublishedArticle("0199", "bai", new(1, DateTimeOffset.UnixEpoch, default, []), content);
        var answer = new SlugAnswer("0199", SlugState.Live, Article: article);
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, NewsJson.Wire.SlugAnswer);
        await _site.Get<IDocumentStore>().Commit(SlugAnswer.Partition("bai"), [Change.Put(SlugAnswer.DocumentId, body)], default);
        var found = Assert.IsType<ReadableArticle.Live>(await _site.Get<ReadableArticles>().Find("bai", default));
        var made = (await _site.Get<Presenters>().Now(default)).Article(article, new Dictionary<string, CardEntry>());
        Assert.Equal(JsonSerializer.Serialize(made, NewsJson.Wire.ArticleView), Text(found.Answer.Body.Plain.Parts));
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_slugs_document(Block block) => SameDocuments(block, new Block.Paragraph("Sau."));

    [Fact]
    public void A_slugs_document_without_blocks() => SameDocuments();

    [Theory]
    [InlineData(2, null, "[0,1]")]
    [InlineData(2, "a", "[1,2]")]
    [InlineData(2, "b", "[0,2]")]
    [InlineData(2, "c", "[0,1]")]
    [InlineData(3, "c", "[0,1]")]
    [InlineData(9, "b", "[0,2]")]
    [InlineData(9, "x", "[0,1,2]")]
    public void Cards_of_a_strip(int most, string? without, string expected)
    {
        ReadOnlyMemory<byte> json = "0,1,2"u8.ToArray();
        var strip = new CardStrip(json, json.Length, [new("a", json[..1]), new("b", json[2..3]), new("c", json[4..])]);
        Assert.Equal(expected, Text(strip.Array(most, without)));
        Assert.Equal("[]", Text(CardStrip.Empty.Array(most, without)));
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static void SameDocuments(params Block[] blocks)
    {
        var content = Sample.Content("\"blocks\":[") with { Blocks = blocks };
        var head = ArticleHead.CreatePublished("0199", "bai", content, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
        var stored = JsonSerializer.SerializeToUtf8Bytes(content, NewsJson.Wire.ArticleContent);
        var published = content with { Pictures = _facts };
        Assert.Equal(Bodies(Projection.Documents(head, published)), Bodies(Projection.Documents(head, published, stored)));
    }

    private static IEnumerable<string> Bodies(IEnumerable<WantedBody> documents) => documents.Select(document => Encoding.UTF8.GetString(document.Body));

    private static string Text(IEnumerable<ReadOnlyMemory<byte>> parts) => string.Concat(parts.Select(part => Encoding.UTF8.GetString(part.Span)));
}
