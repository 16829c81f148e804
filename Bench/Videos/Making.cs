namespace News.Bench.Videos;

/// <summary>What making the files of a video took.</summary>
/// <param name="PeakBytes">The most memory of all its processes.</param>
/// <param name="MadeBytes">Of the renditions that were written.</param>
public sealed record Making(TimeSpan Time, long PeakBytes, long MadeBytes = 0);
