using News.Domain.Articles;
using News.Domain.Blocks;

namespace News.Domain.Drafts;

/// <summary>The working version as the newsroom gets it. Its members can be sent back to PutArticle as they are.</summary>
public sealed record DraftView : ArticleDraft
{
    public required string Id { get; init; }

    public required string Slug { get; init; }

    public required string Url { get; init; }

    public required ArticleState State { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset? ScheduledAt { get; init; }

    public required bool HasUnpublishedChanges { get; init; }

    public required DateTimeOffset? PublishedAt { get; init; }

    public required DateTimeOffset? UpdatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The view of a working version.</summary>
    /// <param name="bylines">Names of the authors.</param>
    /// <param name="slugs">Slug of each related article by id.</param>
    public static DraftView Of(
        ArticleHead head, ArticleContent content, string url, IReadOnlyList<string> bylines, IReadOnlyDictionary<string, string> slugs) => new()
        {
            Id = head.Id,
            Slug = head.Slug,
            Url = url,
            State = head.State,
            Version = head.Version,
            ScheduledAt = head.ScheduledAt,
            HasUnpublishedChanges = head.HasUnpublishedChanges,
            PublishedAt = head.Published?.At,
            UpdatedAt = head.Published?.UpdatedAt,
            ChangedAt = head.ChangedAt,
            Title = content.Title,
            Lead = content.Lead,
            Section = content.Section,
            Format = Text.KebabName.Of(content.Format),
            Tags = [.. content.Tags.Select(tag => tag.Name)],
            Topic = content.Topic?.Name,
            Bylines = bylines,
            Source = content.Source,
            Cover = content.Cover,
            Blocks = RelatedArticles.Rename(content.Blocks, slugs),
            SeoTitle = content.SeoTitle,
            CanonicalUrl = content.CanonicalUrl,
            Lang = content.Lang,
            Robots = content.Robots,
            Access = Text.KebabName.Of(content.Access),
            FreeBlocks = content.FreeBlocks,
        };
}
