namespace News.Domain.Projection;

/// <summary>That an article exists, whatever its state.</summary>
public sealed record CatalogEntry(string Id);
