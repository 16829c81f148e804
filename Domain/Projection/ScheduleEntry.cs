using News.Domain.Lists;

namespace News.Domain.Projection;

/// <summary>That an article is to be published at a moment; in the order of moments.</summary>
public sealed record ScheduleEntry(string ArticleId, DateTimeOffset At)
{
    public const string Partition = "schedule";

    /// <summary>The id of an entry.</summary>
    public static string IdOf(DateTimeOffset at, string articleId) => Feed.EntryId(at, articleId);
}
