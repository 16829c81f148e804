using System.Globalization;
using System.Text.RegularExpressions;

namespace News.Functions.Media.Videos;

/// <summary>The playlist of one rendition's segments (RFC 8216), put right where ffmpeg leaves it wrong.</summary>
public static partial class SegmentPlaylist
{
    /// <summary>
    /// Has the last segment last until the video ends. ffmpeg counts to the frame it wrote last, which is neither the last one shown, nor
    /// shown for no time, nor the end of the sound.
    /// </summary>
    /// <param name="seconds">Length of the whole.</param>
    public static void Complete(string path, double seconds)
    {
        var text = File.ReadAllText(path);
        var lengths = Length().Matches(text);
        var before = lengths.SkipLast(1).Sum(Seconds);
        var last = Math.Max(Seconds(lengths[^1]), seconds - before);
        text = text[..lengths[^1].Index] + string.Create(CultureInfo.InvariantCulture, $"#EXTINF:{last:0.000000},") + text[(lengths[^1].Index + lengths[^1].Length)..];
        var longest = Math.Round(Length().Matches(text).Max(Seconds), MidpointRounding.AwayFromZero);
        File.WriteAllText(path, Target().Replace(text, string.Create(CultureInfo.InvariantCulture, $"#EXT-X-TARGETDURATION:{Math.Max(1, longest)}")));
    }

    /// <summary>Seconds and bytes of each segment.</summary>
    public static IReadOnlyList<(double Seconds, long Bytes)> Read(string path) =>
        [.. Segment().Matches(File.ReadAllText(path)).Select(match => (Seconds(match), long.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture)))];

    private static double Seconds(Match match) => double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"#EXTINF:([\d.]+),")]
    private static partial Regex Length();

    [GeneratedRegex(@"#EXTINF:([\d.]+),\n#EXT-X-BYTERANGE:(\d+)@")]
    private static partial Regex Segment();

    [GeneratedRegex(@"#EXT-X-TARGETDURATION:\d+")]
    private static partial Regex Target();
}
