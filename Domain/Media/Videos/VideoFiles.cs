namespace News.Domain.Media.Videos;

/// <summary>What the files of a ready video are called; all of it follows from its facts.</summary>
public static class VideoFiles
{
    /// <summary>The playlist of all renditions.</summary>
    public const string Master = "video.m3u8";

    /// <summary>Small pictures of every few seconds, in one.</summary>
    public const string Storyboard = "storyboard.jpg";

    /// <summary>Which part of it belongs to which seconds.</summary>
    public const string StoryboardCues = "storyboard.vtt";

    /// <summary>Media type of an MP4 file, whole or in segments.</summary>
    public const string Mp4Type = "video/mp4";

    /// <summary>Media type of a playlist (RFC 8216, 4).</summary>
    public const string PlaylistType = "application/vnd.apple.mpegurl";

    /// <summary>Media type of captions and cues.</summary>
    public const string TextType = "text/vtt";

    public static string Mp4(string rendition) => rendition + ".mp4";

    public static string Playlist(string rendition) => rendition + ".m3u8";

    /// <summary>All segments of a rendition in one file; its playlist says where each is.</summary>
    public static string Segments(string rendition) => rendition + ".m4s";

    /// <summary>Every file by name, with its media type.</summary>
    public static IEnumerable<(string Name, string Type)> Of(VideoFacts video) =>
    [
        .. video.Renditions.SelectMany(rendition => Of(rendition.Name)),
        (Master, PlaylistType),
        (Storyboard, "image/jpeg"),
        (StoryboardCues, TextType),
        .. video.Captions.Select(track => (track.File, TextType)),
    ];

    private static IEnumerable<(string Name, string Type)> Of(string rendition) =>
        [(Mp4(rendition), Mp4Type), (Playlist(rendition), PlaylistType), (Segments(rendition), Mp4Type)];
}
