using News.Domain.Reading;

namespace News.Functions.Articles;

/// <summary>Cards in the order asked for.</summary>
/// <param name="Missing">Ids of what readers cannot see, or no longer.</param>
public sealed record CardsById(IReadOnlyList<CardView> Items, IReadOnlyList<string> Missing);
