namespace News.Bench.Servers;

/// <summary>An answer of our server as it was fetched; the others serve the same from <see cref="File"/>.</summary>
/// <param name="Kind">The scenario it belongs to, which is also the folder of its file.</param>
/// <param name="Target">Path and query at our server.</param>
/// <param name="File">Below the folder of answers.</param>
/// <param name="Headers">All that belong to the content: without date, length and connection.</param>
public sealed record Answer(string Kind, string Target, string File, IReadOnlyDictionary<string, string> Headers);
