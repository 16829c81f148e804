using System.Globalization;
using News.Functions.Media.Videos;

namespace News.Functions.Media.Probing;

/// <summary>The tracks of a file that are used, and what has to be known to show them right.</summary>
/// <param name="Film">The track with the pictures.</param>
/// <param name="Sound">The track with the sound; null where there is none.</param>
public sealed record SourceVideo(ProbedFile.Track Film, ProbedFile.Track? Sound, double? FileSeconds)
{
    private const double LongestSeconds = 1e7;

    /// <summary>As stored.</summary>
    public int StoredWidth => Film.Width;

    /// <summary>As stored.</summary>
    public int StoredHeight => Film.Height;

    /// <summary>As shown: upright, with square pixels.</summary>
    public int Width => LiesOnItsSide ? Film.Height : Widened;

    /// <summary>As shown.</summary>
    public int Height => LiesOnItsSide ? Widened : Film.Height;

    /// <summary>Frames a second on average; 0 where unknown.</summary>
    public double FrameRate => Ratio(Film.AvgFrameRate, '/') ?? 0;

    /// <summary>Whether some of it may be interlaced; the decoder knows of each frame.</summary>
    public bool MayBeInterlaced => Film.FieldOrder != "progressive";

    /// <summary>Whether its light goes beyond what an ordinary screen has: PQ or HLG (ITU-R BT.2100).</summary>
    public bool IsHdr => Film.ColorTransfer is "smpte2084" or "arib-std-b67";

    /// <summary>Whether its colours can only be shown by Dolby Vision.</summary>
    public bool IsDolbyOnly => Film.SideDataList?.Any(data => data.DvProfile == 5) == true;

    private bool LiesOnItsSide => Film.SideDataList?.Any(data => data.Rotation is { } turned && Math.Abs(turned % 180) is > 45 and < 135) == true;

    private int Widened => (int)Math.Clamp(Math.Round(Film.Width * (Ratio(Film.SampleAspectRatio, ':') ?? 1)), 1, int.MaxValue / 2);

    /// <summary>The best of the tracks; null where there is nothing to see.</summary>
    public static SourceVideo? Of(ProbedFile file)
    {
        if (file.Streams is not { Count: > 0 and <= VideoLimits.Tracks } tracks)
            return null;
        var usable = tracks.Where(track => track.CodecName is not (null or "unknown")).ToList();
        // What the file itself prefers goes first, then what is best.
        var film = usable.Where(track => track is { CodecType: "video", Width: > 0, Height: > 0, Disposition.AttachedPic: not 1 })
            .OrderByDescending(IsDefault).ThenByDescending(track => (long)track.Width * track.Height).FirstOrDefault();
        var sound = usable.Where(track => track is { CodecType: "audio", Channels: > 0 })
            .OrderByDescending(IsDefault).ThenByDescending(track => track.Channels).FirstOrDefault();
        return film is null ? null : new(film, sound, Seconds(file.Format?.Duration));
    }

    /// <summary>How long it says that it is; null where it does not.</summary>
    public double? Seconds() => FileSeconds ?? Seconds(Film.Duration);

    /// <summary>Seconds as ffprobe writes them; null where they mean nothing.</summary>
    public static double? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < LongestSeconds ? seconds : null;

    private static int IsDefault(ProbedFile.Track track) => track.Disposition?.Default ?? 0;

    private static double? Ratio(string? text, char by) =>
        text?.Split(by) is [var above, var below]
        && int.TryParse(above, NumberStyles.None, CultureInfo.InvariantCulture, out var over)
        && int.TryParse(below, NumberStyles.None, CultureInfo.InvariantCulture, out var under)
        && over > 0 && under > 0
            ? over / (double)under
            : null;
}
