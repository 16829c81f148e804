namespace News.Bench.Report;

/// <summary>What counting readers takes.</summary>
/// <param name="MiddleRun">Seconds of processor time of a run, the median.</param>
/// <param name="DearestRun">Of the one that took most.</param>
/// <param name="BytesAMillion">Of the documents that a million views are kept in.</param>
public sealed record CountingCost(double MiddleRun, double DearestRun, double BytesAMillion);
