namespace News.Functions.Storage.MostRead;

/// <summary>A list of the most read as it was last computed, most read first.</summary>
public sealed record MostReadList(DateTimeOffset ComputedAt, IReadOnlyList<ListedArticle> Items);
