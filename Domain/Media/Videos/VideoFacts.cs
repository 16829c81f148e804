namespace News.Domain.Media.Videos;

/// <summary>A video that is ready: what its files follow from, and what an article keeps so that it can show it without asking.</summary>
/// <param name="Version">Of the pipeline that made the files; part of their address.</param>
/// <param name="Width">Of the original as it is shown: upright, with square pixels.</param>
/// <param name="Height">Likewise.</param>
/// <param name="Renditions">The smallest first; at least one.</param>
/// <param name="Captions">One a language.</param>
public sealed record VideoFacts(
    int Version,
    int Width,
    int Height,
    double DurationSeconds,
    IReadOnlyList<VideoRendition> Renditions,
    IReadOnlyList<CaptionTrack> Captions);
