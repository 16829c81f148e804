namespace News.Functions.Media;

/// <summary>What a person is told about a file that is none of the formats opened here.</summary>
public static class RefusedFormats
{
    private const string Advice = "export it as JPEG, PNG, WebP, AVIF, TIFF, GIF, HEIC or SVG.";

    /// <summary>The sentence for a format.</summary>
    public static string Reason(MediaFormat format) => format switch
    {
        MediaFormat.Empty => "The file is empty.",
        MediaFormat.Text => "The file is text, and neither captions (WebVTT or SubRip) nor a picture.",
        MediaFormat.Playlist => "Playlists and other lists of files are not taken; upload the video itself.",
        MediaFormat.Jpeg2000 => $"JPEG 2000 is not taken; {Advice}",
        MediaFormat.JpegXl => $"JPEG XL is not taken; {Advice}",
        MediaFormat.Bitmap => $"Windows bitmaps and icons are not taken; {Advice}",
        MediaFormat.Photoshop => $"Photoshop documents are not taken; {Advice}",
        MediaFormat.CameraRaw => $"Camera raw files are not taken; develop it first, then {Advice}",
        MediaFormat.Pdf or MediaFormat.PostScript => $"PDF and PostScript are not taken as pictures; {Advice}",
        MediaFormat.Compressed => $"Compressed files are not taken; unpack it, then {Advice}",
        _ => $"The file is of no format known here; {Advice[..^1]}, a video as MP4, captions as WebVTT.",
    };
}
