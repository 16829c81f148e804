namespace News.Domain.Articles;

/// <summary>A published article whole, as its slug answers it: content and publication, names not yet filled in.</summary>
public sealed record PublishedArticle(string Id, string Slug, Publication Publication, ArticleContent Content);
