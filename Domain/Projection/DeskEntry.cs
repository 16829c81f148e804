using News.Domain.Articles;

namespace News.Domain.Projection;

/// <summary>A line of the newsroom's list of articles.</summary>
public sealed record DeskEntry(
    string Id,
    string Slug,
    string Title,
    string Section,
    ArticleFormat Format,
    ArticleState State,
    int Version,
    DateTimeOffset ChangedAt,
    DateTimeOffset? ScheduledAt,
    bool HasUnpublishedChanges);
