namespace News.Functions;

/// <summary>The site cannot start, for a reason that one line tells the person who started it.</summary>
public sealed class StartRefusedException(string line, Exception? cause = null) : Exception(line, cause);
