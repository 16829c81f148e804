namespace News.Functions.Media.Probing;

/// <summary>
/// Which of ffmpeg's readers opens which format. It is forced, so that nothing is opened by a guess: of playlists and of lists that
/// name other files or addresses there is none here.
/// </summary>
public static class Demuxers
{
    /// <summary>The reader of a format, as ffmpeg calls it.</summary>
    /// <exception cref="MediaRejectedException">It is no video.</exception>
    public static string Of(MediaFormat format) => format switch
    {
        MediaFormat.Mp4 => "mov",
        MediaFormat.Matroska => "matroska",
        MediaFormat.Avi => "avi",
        MediaFormat.MpegTransport => "mpegts",
        MediaFormat.MpegProgram => "mpeg",
        MediaFormat.WindowsMedia => "asf",
        MediaFormat.FlashVideo => "flv",
        MediaFormat.Ogg => "ogg",
        MediaFormat.Mxf => "mxf",
        _ => throw new MediaRejectedException(RefusedFormats.Reason(format)),
    };
}
