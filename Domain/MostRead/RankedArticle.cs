namespace News.Domain.MostRead;

/// <summary>An article that readers opened.</summary>
/// <param name="Article">By <see cref="ArticleNumber"/>.</param>
public sealed record RankedArticle(UInt128 Article, double Score, string Section, DateTimeOffset PublishedAt);
