namespace News.Functions.Storage.MostRead;

/// <summary>Distinct readers in an hour or on a day, by article id.</summary>
public sealed record ReaderNumbers(IReadOnlyDictionary<string, int> Readers);
