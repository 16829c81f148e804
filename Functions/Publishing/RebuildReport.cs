namespace News.Functions.Publishing;

/// <summary>How far a rebuild came in one call.</summary>
/// <param name="Articles">Written anew.</param>
/// <param name="Lists">Looked through.</param>
/// <param name="Removed">Entries that no article accounted for.</param>
/// <param name="Next">Send it as <c>cursor</c> to go on; null when all is done.</param>
public sealed record RebuildReport(int Articles, int Lists, int Removed, string? Next);
