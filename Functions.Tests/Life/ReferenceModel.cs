using System.Collections.Immutable;
using System.Globalization;

namespace News.Functions.Tests.Life;

/// <summary>What readers should see, said as simply as it can be: a few articles, no store, no steps in between, nothing to repair.</summary>
public sealed record ReferenceModel(ImmutableList<ReferenceModel.Article> Articles)
{
    /// <summary>What changes of an article's content in these tests.</summary>
    public sealed record Story(string Title, string Section, string Tag);

    /// <summary>One article; <c>Public</c> is null where readers may not see it.</summary>
    public sealed record Article(string Id, string Slug, int Version, Story Working, ImmutableHashSet<string> Slugs, ImmutableDictionary<int, Story> Versions)
    {
        public Story? Public { get; init; }

        public DateTimeOffset? Since { get; init; }

        public DateTimeOffset? Updated { get; init; }

        public DateTimeOffset? Due { get; init; }

        public int Corrections { get; init; }

        public string? Reason { get; init; }

        public bool Autosaved { get; init; }

        public Article Publish(DateTimeOffset at, int corrections = 0) =>
            this with { Public = Working, Since = Since ?? at, Updated = at, Due = null, Reason = null, Corrections = Corrections + corrections };

        public Article? Withdraw(string reason) => Public is null ? null : this with { Public = null, Reason = reason, Due = null };
    }

    /// <summary>What sections are called now.</summary>
    public ImmutableDictionary<string, string> Sections { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The article called so now.</summary>
    public Article? Called(string slug) => Articles.Find(article => article.Slug == slug);

    /// <summary>Each of these gives the site afterwards; null where the operation is to be refused.</summary>
    public ReferenceModel? Put(string slug, Story story) =>
        Called(slug) is not null ? Change(slug, article => article with { Working = story })
        : IsTaken(slug) ? null
        : With(Articles.Add(new("", slug, 1, story, [slug], ImmutableDictionary<int, Story>.Empty.Add(1, story))));

    public ReferenceModel? Autosave(string slug, Story story) => Called(slug)?.Autosaved is not { } again ? null : Change(slug, article => article with
    {
        Working = story,
        Autosaved = true,
        Versions = again ? article.Versions.Remove(article.Version) : article.Versions,
    });

    public ReferenceModel? Rename(string slug, string other) => Change(slug, article =>
        slug == other || (IsTaken(other) && !article.Slugs.Contains(other)) ? null : article with { Slug = other, Slugs = article.Slugs.Add(other) });

    public ReferenceModel? Delete(string slug) => Called(slug) is { Since: null } draft ? With(Articles.Remove(draft)) : null;

    public ReferenceModel? PublishDue(DateTimeOffset now) => Articles.Where(article => article.Due <= now)
        .Aggregate(this, (site, article) => site.Change(article.Slug, due => due.Publish(due.Due!.Value))!);

    public ReferenceModel? Change(string slug, Func<Article, Article?> step)
    {
        if (Called(slug) is not { } before || step(before with { Autosaved = false }) is not { } next)
            return null;
        var version = before.Version + 1;
        return With(Articles.Replace(before, next with { Version = version, Versions = next.Versions.Add(version, next.Working) }));
    }

    /// <summary>Every document a stranger sees of the article, one line each.</summary>
    public static IEnumerable<string> Seen(Article article) => article switch
    {
        { Reason: { } reason } => article.Slugs.Select(slug => $"/{slug} is gone: {reason}"),
        { Public: null } => [],
        { Public: { } story } =>
        [
            $"/{article.Slug} is {article.Id} {story.Title} {story.Section} {story.Tag} {article.Since:O} {article.Updated:O} {article.Corrections} corrections",
            .. article.Slugs.Remove(article.Slug).Select(slug => $"/{slug} moved to {article.Slug}"),
            .. Feeds(story).Select(feed => $"{feed} {Sortable(article.Since!.Value)}-{article.Id} {Card(article, story)}"),
            $"card {Card(article, story)}",
        ],
    };

    public ReferenceModel With(ImmutableList<Article> articles) => this with { Articles = articles };

    private bool IsTaken(string slug) => Articles.Exists(article => article.Slugs.Contains(slug));

    private static string Card(Article article, Story story) => $"{article.Id} {article.Slug} {story.Title} {story.Section} {article.Since:O}";

    private static string[] Feeds(Story story) =>
        ["feed:latest", "feed:format:news", "feed:author:minh-ha", $"feed:section:{story.Section}", $"feed:tag:{story.Tag}"];

    private static string Sortable(DateTimeOffset at) => at.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
}
