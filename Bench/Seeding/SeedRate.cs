namespace News.Bench.Seeding;

/// <summary>How fast the store took articles, with every document that follows from them.</summary>
/// <param name="Articles">How many there are in all.</param>
/// <param name="PerSecond">Over all of them.</param>
/// <param name="LastPerSecond">Over the last tenth.</param>
public sealed record SeedRate(int Articles, double PerSecond, double LastPerSecond);
