using News.Domain.Reading;

namespace News.Functions.MostRead;

/// <summary>The most read articles.</summary>
/// <param name="Window">What was asked for.</param>
/// <param name="ComputedAt">When the list was made; null before the first.</param>
public sealed record MostReadAnswer(string Window, DateTimeOffset? ComputedAt, IReadOnlyList<MostReadAnswer.Item> Items)
{
    /// <summary>An article's place.</summary>
    /// <param name="Rank">From 1, without gaps.</param>
    /// <param name="Readers">Distinct ones each day, summed over the days.</param>
    public sealed record Item(int Rank, int Readers, CardView Article);
}
