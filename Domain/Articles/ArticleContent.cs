using News.Domain.Blocks;
using News.Domain.Media;

namespace News.Domain.Articles;

/// <summary>What an editor wrote, checked and clean; stored once per version and never changed. Names of sections and authors are filled in on reading.</summary>
public sealed record ArticleContent
{
    public required string Title { get; init; }

    public required string Lead { get; init; }

    /// <summary>Section slug; a section's slug never changes.</summary>
    public required string Section { get; init; }

    public required ArticleFormat Format { get; init; }

    public required IReadOnlyList<Tag> Tags { get; init; }

    public Tag? Topic { get; init; }

    /// <summary>Author keys: each author's first slug. Names as sent until the desk has found or made the authors.</summary>
    public required IReadOnlyList<string> Bylines { get; init; }

    public string? Source { get; init; }

    public PictureRef? Cover { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    public string? SeoTitle { get; init; }

    /// <summary>Where it was published first, when that was elsewhere.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>BCP 47; null is the site's.</summary>
    public string? Lang { get; init; }

    public string Robots { get; init; } = "index";

    public Access Access { get; init; }

    public int FreeBlocks { get; init; }

    /// <summary>Minutes to read, made when saved.</summary>
    public required int ReadingMinutes { get; init; }

    /// <summary>Of each ready picture, by asset. Like names they are filled in when the article goes out, not kept with the version.</summary>
    public IReadOnlyDictionary<string, PictureFacts> Pictures { get; init; } = new Dictionary<string, PictureFacts>();
}
