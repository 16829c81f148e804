namespace News.Domain.Articles;

/// <summary>A tag or a topic: the name an editor wrote and the slug made from it.</summary>
public sealed record Tag(string Slug, string Name);
