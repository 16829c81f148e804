namespace News.Domain.MostRead;

/// <summary>The order of a list of the most read.</summary>
public static class Ranking
{
    /// <summary>The strongest, at most <see cref="MostReadLimits.Listed"/>: highest score first, of equal ones the newest.</summary>
    public static IReadOnlyList<RankedArticle> Top(IEnumerable<RankedArticle> articles) =>
    [
        .. articles
            .OrderByDescending(article => article.Score)
            .ThenByDescending(article => article.PublishedAt)
            .ThenByDescending(article => article.Article)
            .Take(MostReadLimits.Listed),
    ];
}
