using News.Domain.Reading;

namespace News.Functions.Articles;

/// <summary>A page of a list.</summary>
/// <param name="NextCursor">Where it goes on; null at its end.</param>
public sealed record CardList(IReadOnlyList<CardView> Items, string? NextCursor);
