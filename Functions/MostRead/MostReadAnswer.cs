namespace News.Functions.MostRead;

/// <summary>The most read articles.</summary>
/// <param name="Window">What was asked for.</param>
/// <param name="ComputedAt">When the list was made; null before the first.</param>
public sealed record MostReadAnswer(string Window, DateTimeOffset? ComputedAt, IReadOnlyList<MostReadItem> Items);
