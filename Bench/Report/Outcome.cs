namespace News.Bench.Report;

/// <summary>A goal and what came of it.</summary>
/// <param name="What">What was measured, against whom.</param>
/// <param name="Value">Ratio or number, as a person reads it.</param>
/// <param name="Goal">The limit, likewise.</param>
public sealed record Outcome(string What, string Value, string Goal, bool IsMet);
