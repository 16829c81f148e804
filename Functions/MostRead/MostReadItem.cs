using News.Domain.Reading;

namespace News.Functions.MostRead;

/// <summary>An article's place among the most read.</summary>
/// <param name="Rank">From 1, without gaps.</param>
/// <param name="Readers">Distinct ones each day, summed over the days.</param>
public sealed record MostReadItem(int Rank, int Readers, CardView Article);
