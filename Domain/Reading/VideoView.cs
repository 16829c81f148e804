using News.Domain.Reading.Pictures;

namespace News.Domain.Reading;

/// <summary>A video as readers get it.</summary>
/// <param name="Hls">Playlist address.</param>
public sealed record VideoView(string Asset, int? Width, int? Height, double? DurationSeconds, PictureView? Poster, string? Hls);
