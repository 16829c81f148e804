namespace News.Functions.Storage;

/// <summary>Which ids of a partition: both bounds exclusive and optional.</summary>
/// <param name="From">Lower bound: ids ordinally greater than this.</param>
/// <param name="To">Upper bound: ids ordinally less than this.</param>
/// <param name="Backward">Greatest id first.</param>
/// <param name="Take">1 to <see cref="StoreLimits.PageItems"/>.</param>
public sealed record PageRange(string? From = null, string? To = null, bool Backward = false, int Take = StoreLimits.PageItems);
