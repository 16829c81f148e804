using System.Globalization;
using News.Domain.Media;

namespace News.Domain.Articles;

/// <summary>
/// What is true of an article now: small, the only document of an article that is rewritten, and the one all writers agree by.
/// Its methods are the steps of an article's life; each gives the next head and never touches the old one.
/// </summary>
public sealed record ArticleHead
{
    /// <summary>How many slugs an article may have had; in the README's table as <c>ArticleLimits.Slugs</c>.</summary>
    public const int MaxSlugs = 20;

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

    /// <summary>The pictures and videos of the working version.</summary>
    public IReadOnlyList<string> Assets { get; init; } = [];

    /// <summary>Those of the version that was last published.</summary>
    public IReadOnlyList<string> PublishedAssets { get; init; } = [];

    /// <summary>The public reason of a withdrawal.</summary>
    public string? WithdrawnReason { get; init; }

    /// <summary>Who made the present version by an autosave; null when it was not one. An editor without a name is an empty one.</summary>
    public string? AutosavedBy { get; init; }

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
        Assets = MediaReferences.Assets(content),
    };

    /// <summary>A new article that readers see at once, version 1.</summary>
    /// <param name="at">Its date of publication.</param>
    public static ArticleHead CreatePublished(string id, string slug, ArticleContent content, DateTimeOffset at, DateTimeOffset now) =>
        Create(id, slug, content, now) with { State = ArticleState.Published, Published = new(1, Instant.Cut(at), Instant.Cut(at), []) };

    /// <summary>New content for the working version; readers keep what is published.</summary>
    /// <param name="autosavedBy">Whose autosave it is; null when it is none.</param>
    public ArticleHead Save(ArticleContent content, DateTimeOffset now, string? autosavedBy = null) =>
        Next(now) with
        {
            Revision = Version + 1,
            Headline = Headline.Of(content),
            Assets = MediaReferences.Assets(content),
            AutosavedBy = autosavedBy,
        };

    /// <summary>The version that the next autosave of this editor takes the place of; null when it becomes one more.</summary>
    public int? ReplacedByAutosaveOf(string editor) =>
        AutosavedBy == editor && Revision == Version && Published?.Revision != Revision ? Version : null;

    /// <summary>What is the working version then goes out at this moment.</summary>
    public ArticleHead Schedule(DateTimeOffset at, DateTimeOffset now) => Next(now) with { ScheduledAt = Instant.Cut(at) };

    /// <exception cref="Failure">Nothing is scheduled.</exception>
    public ArticleHead CancelSchedule(DateTimeOffset now) => ScheduledAt is null
        ? throw new Failure(FailureCode.Conflict, "Nothing is scheduled.")
        : Next(now) with { ScheduledAt = null };

    /// <summary>Gone for readers, who are told the reason.</summary>
    /// <exception cref="Failure">It is not published.</exception>
    public ArticleHead Withdraw(string reason, DateTimeOffset now) => State != ArticleState.Published
        ? throw new Failure(FailureCode.Conflict, "Only a published article can be withdrawn.")
        : Next(now) with { State = ArticleState.Withdrawn, WithdrawnReason = reason, ScheduledAt = null };

    /// <summary>Under another slug from now on; the old ones lead to it.</summary>
    /// <exception cref="Failure">It has had too many slugs, or has this one now.</exception>
    public ArticleHead Rename(string slug, DateTimeOffset now)
    {
        if (slug == Slug)
            throw new Failure(FailureCode.Conflict, $"The article is called {slug} already.");
        var slugs = Slugs.Contains(slug) ? Slugs : [.. Slugs, slug];
        if (slugs.Count > MaxSlugs)
            throw new Failure(FailureCode.Conflict, $"An article has at most {MaxSlugs} slugs; choose one it had before.");
        return Next(now) with { Slug = slug, Slugs = slugs };
    }

    /// <summary>The first step of deleting a draft; with it nobody sees the article any more.</summary>
    /// <exception cref="Failure">It was published once, and stays on record.</exception>
    public ArticleHead Delete(DateTimeOffset now) => Published is not null
        ? throw new Failure(FailureCode.Conflict, "What was published once cannot be deleted; withdraw it instead.")
        : Next(now) with { State = ArticleState.Deleted, ScheduledAt = null };

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
            PublishedAssets = Assets,
            ScheduledAt = null,
            WithdrawnReason = null,
            AutosavedBy = null,
        };
    }

    private ArticleHead Next(DateTimeOffset now) => this with { Version = Version + 1, ChangedAt = Instant.Cut(now), AutosavedBy = null };
}
