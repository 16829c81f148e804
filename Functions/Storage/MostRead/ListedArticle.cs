namespace News.Functions.Storage.MostRead;

/// <summary>An article's place in a list of the most read.</summary>
/// <param name="Id">Of the article.</param>
/// <param name="Score">What it is ranked by.</param>
/// <param name="Readers">The sum over days of each day's distinct readers.</param>
public sealed record ListedArticle(string Id, double Score, int Readers);
