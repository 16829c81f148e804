using News.Domain.Articles;
using News.Domain.Blocks;
using News.Domain.Drafts;

namespace News.Functions.Tests.Support;

/// <summary>Articles for tests; each test says only what it is about.</summary>
public static class Sample
{
    public const string Asset = "abcdefghijklmnopqrstuvwxyz";

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
