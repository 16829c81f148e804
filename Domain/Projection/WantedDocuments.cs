using News.Domain.Articles;
using News.Domain.Lists;
using News.Domain.Media;
using News.Domain.Text;

namespace News.Domain.Projection;

/// <summary>Every document that follows from an article. What is not named here and stands under one of its keys is to be removed.</summary>
public static class WantedDocuments
{
    public const string Catalog = "catalog";

    /// <summary>All documents of an article in this state; a pure function of its arguments.</summary>
    /// <param name="head">The article.</param>
    /// <param name="published">The published content where <see cref="Visibility"/> lets readers see it, else null.</param>
    public static IReadOnlyList<ProjectedDocument> Of(ArticleHead head, ArticleContent? published) => head.State == ArticleState.Deleted ? [] :
    [
        new(Catalog, head.Id, new CatalogEntry(head.Id)),
        OnDesk(head, DeskOfAll),
        OnDesk(head, Desk(head.State)),
        .. InSchedule(head),
        .. head.Slugs.Select(slug => OfSlug(head, published, slug)),
        .. InFeeds(head, published),
        .. Uses(head),
    ];

    /// <summary>That the article uses its pictures and videos: those it shows, also once withdrawn, and those it will show.</summary>
    public static IEnumerable<ProjectedDocument> Uses(ArticleHead head) => head.State == ArticleState.Deleted ? [] : head.Assets.Union(head.PublishedAssets)
        .Select(asset => new ProjectedDocument(MediaAsset.Partition(asset), MediaAsset.UseId(head.Id), new MediaUse(head.Id)));

    /// <summary>Partition of the newsroom's list of all articles.</summary>
    public const string DeskOfAll = "desk:all";

    /// <summary>Partition of the newsroom's list of scheduled articles.</summary>
    public const string DeskOfScheduled = "desk:scheduled";

    /// <summary>Partition of the newsroom's list of one state.</summary>
    public static string Desk(ArticleState state) => $"desk:{KebabName.Of(state)}";

    private static IEnumerable<ProjectedDocument> InSchedule(ArticleHead head) => head.ScheduledAt is not { } at ? [] :
    [
        OnDesk(head, DeskOfScheduled),
        new(ScheduleEntry.Partition, ScheduleEntry.IdOf(at, head.Id), new ScheduleEntry(head.Id, at)),
    ];

    private static ProjectedDocument OnDesk(ArticleHead head, string desk) => new(
        desk,
        $"{Instant.Sortable(head.ChangedAt)}-{head.Id}",
        new DeskEntry(
            head.Id,
            head.Slug,
            head.Headline.Title,
            head.Headline.Section,
            head.Headline.Format,
            head.State,
            head.Version,
            head.ChangedAt,
            head.ScheduledAt,
            head.HasUnpublishedChanges));

    private static ProjectedDocument OfSlug(ArticleHead head, ArticleContent? published, string slug) =>
        new(SlugAnswer.Partition(slug), SlugAnswer.DocumentId, Answer(head, published, slug));

    private static SlugAnswer Answer(ArticleHead head, ArticleContent? published, string slug) => head.State switch
    {
        ArticleState.Draft or ArticleState.Deleted => new(head.Id, SlugState.Reserved),
        ArticleState.Withdrawn => new(head.Id, SlugState.Gone, Reason: head.WithdrawnReason),
        ArticleState.Published when slug != head.Slug => new(head.Id, SlugState.Moved, MovedTo: head.Slug),
        ArticleState.Published => new(head.Id, SlugState.Live, Article: new(head.Id, slug, head.Published!, published!)),
    };

    private static IEnumerable<ProjectedDocument> InFeeds(ArticleHead head, ArticleContent? published)
    {
        if (published is null)
            return [];
        var card = CardEntry.Of(new(head.Id, head.Slug, head.Published!, published));
        var id = Feed.EntryId(head.Published!.At, head.Id);
        return Feed.Of(published).Distinct().Select(feed => new ProjectedDocument(feed, id, card));
    }
}
