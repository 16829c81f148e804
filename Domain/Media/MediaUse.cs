namespace News.Domain.Media;

/// <summary>That an article shows an asset, in what is published or in what is being written.</summary>
public sealed record MediaUse(string ArticleId);
