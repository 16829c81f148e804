namespace News.Domain.Articles;

/// <summary>The one place that says who may see an article.</summary>
public static class Visibility
{
    /// <summary>Whether a reader may see this article. Every list, page, feed and search follows from it.</summary>
    public static bool IsVisible(ArticleHead head) => head is { State: ArticleState.Published, Published: not null };
}
