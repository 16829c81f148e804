namespace News.Bench;

/// <summary>The bench cannot go on, for a reason that one line tells whoever started it.</summary>
public sealed class BenchException(string line, Exception? cause = null) : Exception(line, cause);
