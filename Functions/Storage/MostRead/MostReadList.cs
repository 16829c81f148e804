namespace News.Functions.Storage.MostRead;

/// <summary>A list of the most read as it was last computed, most read first.</summary>
public sealed record MostReadList(DateTimeOffset ComputedAt, IReadOnlyList<MostReadList.Entry> Items)
{
    /// <summary>An article's place.</summary>
    /// <param name="Id">Of the article.</param>
    /// <param name="Score">What it is ranked by.</param>
    /// <param name="Readers">The sum over days of each day's distinct readers.</param>
    public sealed record Entry(string Id, double Score, int Readers);
}
