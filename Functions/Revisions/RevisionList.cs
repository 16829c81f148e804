using News.Functions.Storage.Articles;

namespace News.Functions.Revisions;

/// <summary>A page of an article's versions, newest first.</summary>
/// <param name="NextCursor">Where it goes on; null at its end.</param>
public sealed record RevisionList(IReadOnlyList<RevisionList.Saved> Items, string? NextCursor)
{
    /// <param name="Revision">The version whose content was the working one.</param>
    /// <param name="By">Who; null where nobody said.</param>
    public sealed record Saved(int Version, int Revision, string Action, string? By, DateTimeOffset At)
    {
        public static Saved Of(LogEntry log) => new(log.Version, log.Revision, log.Action, log.By, log.At);
    }
}
