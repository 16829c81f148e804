using System.Text.Json;
using System.Text.Json.Serialization;
using News.Domain.Articles;
using News.Domain.Blocks;

namespace News.Domain.Drafts;

/// <summary>An article as an editor sends it, nothing checked yet. <see cref="DraftCheck"/> makes it an <see cref="ArticleContent"/>.</summary>
public record ArticleDraft
{
    public string? Title { get; init; }

    public string? Lead { get; init; }

    public string? Section { get; init; }

    public string? Format { get; init; }

    /// <summary>Names as a person writes them.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    public string? Topic { get; init; }

    /// <summary>Names of authors, in the order to print.</summary>
    public IReadOnlyList<string>? Bylines { get; init; }

    public string? Source { get; init; }

    public PictureRef? Cover { get; init; }

    public IReadOnlyList<Block>? Blocks { get; init; }

    public string? SeoTitle { get; init; }

    public string? CanonicalUrl { get; init; }

    public string? Lang { get; init; }

    public string? Robots { get; init; }

    public string? Access { get; init; }

    /// <summary>How many blocks everyone may read when access is not free.</summary>
    public int? FreeBlocks { get; init; }

    /// <summary>Members this record does not have; those that GetDraft adds are let through, others are named as faults.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
