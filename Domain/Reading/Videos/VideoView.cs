using News.Domain.Reading.Pictures;

namespace News.Domain.Reading.Videos;

/// <summary>A video as readers get it.</summary>
/// <param name="Width">As it is shown, in pixels.</param>
/// <param name="Height">As it is shown, in pixels.</param>
/// <param name="Poster">What stands there until it plays, with the words about the video.</param>
/// <param name="Hls">Playlist address.</param>
/// <param name="Mp4">The smallest first.</param>
/// <param name="Storyboard">Null while the video is not ready.</param>
public record VideoView(
    string Asset,
    int? Width,
    int? Height,
    double? DurationSeconds,
    PictureView Poster,
    string? Hls,
    IReadOnlyList<VideoSource> Mp4,
    IReadOnlyList<VideoCaptions> Captions,
    VideoStoryboard? Storyboard) : IMediaView;
