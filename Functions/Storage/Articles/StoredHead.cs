using News.Domain.Articles;

namespace News.Functions.Storage.Articles;

/// <summary>A head and the store's ETag it was read with.</summary>
public sealed record StoredHead(ArticleHead Head, string ETag);
