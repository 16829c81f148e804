namespace News.Functions.Reading.Cache;

/// <summary>Under what something is kept.</summary>
/// <param name="Kind">What sort of thing; things of one kind have one type.</param>
/// <param name="Name">Which of them.</param>
public readonly record struct CacheKey(string Kind, string Name);
