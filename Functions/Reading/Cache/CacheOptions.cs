namespace News.Functions.Reading.Cache;

/// <summary>How much a cache keeps, and how long.</summary>
/// <param name="Bytes">Of all it keeps; 0 keeps nothing.</param>
/// <param name="MaxAge">Where other processes write too; null where this one sees every write.</param>
public sealed record CacheOptions(long Bytes, TimeSpan? MaxAge);
