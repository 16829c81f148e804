using System.Globalization;

namespace News.Domain.Articles;

/// <summary>
/// What is true of an article now: small, the only document of an article that is rewritten, and the one all writers agree by.
/// Its methods are the steps of an article's life; each gives the next head and never touches the old one.
/// </summary>
public sealed record ArticleHead
{
    /// <summary>Version-7 GUID in 32 hex digits; never changes.</summary>
    public required string Id { get; init; }

    /// <summary>Raised by every change of content or state; the newsroom's ETag.</summary>
    public required int Version { get; init; }

    public required ArticleState State { get; init; }

    /// <summary>The present slug.</summary>
    public required string Slug { get; init; }

    /// <summary>Every slug it ever had, the present one among them.</summary>
    public required IReadOnlyList<string> Slugs { get; init; }

    /// <summary>The version whose content is the working one.</summary>
    public required int Revision { get; init; }

    public Publication? Published { get; init; }

    public DateTimeOffset? ScheduledAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Of the working version.</summary>
    public required Headline Headline { get; init; }

    /// <summary>The public reason of a withdrawal.</summary>
    public string? WithdrawnReason { get; init; }

    /// <summary>Every list and slug document this article may be in.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Marks of writes whose projection is not finished.</summary>
    public IReadOnlyList<string> Pending { get; init; } = [];

    /// <summary>Whether anything was saved since the last publication.</summary>
    public bool HasUnpublishedChanges => Published?.Revision != Revision;

    /// <summary>The newsroom's ETag.</summary>
    public string ETag => string.Create(CultureInfo.InvariantCulture, $"\"{Version}\"");

    /// <summary>A new draft, version 1.</summary>
    public static ArticleHead Create(string id, string slug, ArticleContent content, DateTimeOffset now) => new()
    {
        Id = id,
        Version = 1,
        Revision = 1,
        State = ArticleState.Draft,
        Slug = slug,
        Slugs = [slug],
        ChangedAt = Instant.Cut(now),
        Headline = Headline.Of(content),
    };

    /// <summary>New content for the working version; readers keep what is published.</summary>
    public ArticleHead Save(ArticleContent content, DateTimeOffset now) =>
        Next(now) with { Revision = Version + 1, Headline = Headline.Of(content) };

    /// <summary>The working version goes out. The first time fixes the date of publication.</summary>
    /// <param name="dated">The date of publication when it is not now: what was scheduled, or published elsewhere before.</param>
    public ArticleHead Publish(string? correction, DateTimeOffset now, DateTimeOffset? dated = null)
    {
        var at = Instant.Cut(dated ?? now);
        var corrections = Published?.Corrections ?? [];
        if (correction is not null)
            corrections = [.. corrections, new(at, correction)];
        return Next(now) with
        {
            State = ArticleState.Published,
            Published = new(Revision, Published?.At ?? at, at, corrections),
            ScheduledAt = null,
            WithdrawnReason = null,
        };
    }

    private ArticleHead Next(DateTimeOffset now) => this with { Version = Version + 1, ChangedAt = Instant.Cut(now) };
}
