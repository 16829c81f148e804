namespace News.Domain.Reading;

/// <summary>A section as it stands beside an article.</summary>
public sealed record SectionLink(string Slug, string Name);
