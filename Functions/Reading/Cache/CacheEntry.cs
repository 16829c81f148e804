using News.Functions.Storage.Stamps;

namespace News.Functions.Reading.Cache;

/// <summary>A kept value.</summary>
/// <param name="Value">What is kept.</param>
/// <param name="Stamp">What it was built from.</param>
public sealed record CacheEntry(IKept Value, Stamp Stamp);
