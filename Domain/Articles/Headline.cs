namespace News.Domain.Articles;

/// <summary>The few words of the working version that the newsroom's lists show.</summary>
public sealed record Headline(string Title, string Section, ArticleFormat Format)
{
    /// <summary>The headline of a content.</summary>
    public static Headline Of(ArticleContent content) => new(content.Title, content.Section, content.Format);
}
