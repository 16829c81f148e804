namespace News.Functions.Media;

/// <summary>What a file is by its first bytes: what is opened, and what is worth a sentence of its own when refused.</summary>
public enum MediaFormat
{
    Unknown,
    Empty,
    Jpeg,
    Png,
    WebP,
    Avif,
    Heic,
    Gif,
    Tiff,
    Svg,
    Jpeg2000,
    JpegXl,
    Bitmap,
    Photoshop,
    CameraRaw,
    Pdf,
    PostScript,
    Compressed,
    Text,
    Playlist,
    WebVtt,
    SubRip,

    // From here on videos.
    Mp4,
    Matroska,
    Avi,
    MpegTransport,
    MpegProgram,
    WindowsMedia,
    FlashVideo,
    Ogg,
    Mxf,
}
