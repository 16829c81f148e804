using News.Domain.Articles;
using News.Domain.Blocks;
using News.Domain.Drafts;
using News.Domain.Media;

namespace News.Functions.Tests.Support;

/// <summary>Articles for tests; each test says only what it is about.</summary>
public static class Sample
{
    public const string Asset = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>Ids of a few pictures, for tests that make them.</summary>
    public static IReadOnlyList<string> Assets { get; } = [Asset, "bcdefghijklmnopqrstuvwxyza", "cdefghijklmnopqrstuvwxyzab"];

    /// <summary>A small valid draft.</summary>
    public static ArticleDraft Draft(string title = "Nước sạch về bản", string section = "moi-truong") => new()
    {
        Title = title,
        Lead = "Sau nhiều năm chờ đợi, người dân đã có nước sạch.",
        Section = section,
        Format = "news",
        Tags = ["Nước sạch"],
        Bylines = ["Minh Hạ"],
        Blocks = [new Block.Paragraph("Một đoạn văn ngắn.")],
    };

    /// <summary>A ready picture of 1600 by 1200, as the pipeline leaves it; its files are nowhere.</summary>
    public static MediaAsset Picture(string id = Asset, string alt = "", bool transparent = false) => new()
    {
        Id = id,
        CreatedAt = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero),
        FileName = "song.jpg",
        Bytes = 123_456,
        Text = new(alt),
        Picture = new(id, 1, 1600, 1200, false, transparent, "1QcSHQRnh493V4dIh4eXh1h4kJUI", "#336699", new(0.5, 0.5), new(alt), [], new Dictionary<string, IReadOnlyList<PictureFile>>()),
    };

    /// <summary>A small stored content.</summary>
    public static ArticleContent Content(string title = "Nước sạch về bản", string section = "moi-truong", params string[] tags) => new()
    {
        Title = title,
        Lead = "Lời dẫn.",
        Section = section,
        Format = ArticleFormat.News,
        Tags = [.. tags.Select(tag => new Tag(tag, tag))],
        Bylines = ["minh-ha"],
        Blocks = [new Block.Paragraph("Một đoạn văn ngắn.")],
        ReadingMinutes = 1,
    };
}
