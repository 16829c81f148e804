using System.Globalization;
using System.Text;
using News.Domain.Media.Videos;

namespace News.Functions.Media.Videos;

/// <summary>The playlist from which players choose a rendition (RFC 8216), written from the playlists and segments of each.</summary>
public static class MasterPlaylist
{
    private const string Sound = ",mp4a.40.2";
    private const int BitsPerByte = 8;

    /// <summary>Its text.</summary>
    /// <param name="folder">Holds the renditions' playlists and segments.</param>
    public static string Of(IReadOnlyList<VideoRendition> ladder, bool sound, string folder)
    {
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        foreach (var rendition in ladder)
        {
            var (peak, average) = Bits(SegmentPlaylist.Read(Path.Combine(folder, VideoFiles.Playlist(rendition.Name))));
            var codecs = Codec(Path.Combine(folder, VideoFiles.Segments(rendition.Name))) + (sound ? Sound : "");
            text.Append(CultureInfo.InvariantCulture, $"#EXT-X-STREAM-INF:BANDWIDTH={peak},AVERAGE-BANDWIDTH={average},RESOLUTION={rendition.Width}x{rendition.Height},CODECS=\"{codecs}\"\n")
                .Append(VideoFiles.Playlist(rendition.Name)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Bits a second, of the segment that takes the most and of all of it.</summary>
    private static (long Peak, long Average) Bits(IReadOnlyList<(double Seconds, long Bytes)> segments)
    {
        // What lasts no time at all weighs nothing in a second.
        var peak = segments.Where(segment => segment.Seconds > 0).Max(segment => segment.Bytes * BitsPerByte / segment.Seconds);
        return ((long)Math.Ceiling(peak), (long)(segments.Sum(segment => segment.Bytes) * BitsPerByte / segments.Sum(segment => segment.Seconds)));
    }

    /// <summary>H.264 with profile, constraints and level, as the decoder's configuration begins (RFC 6381, ISO/IEC 14496-15).</summary>
    private static string Codec(string segments)
    {
        var head = new byte[4_096];
        using var file = File.OpenRead(segments);
        var read = head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        var at = read.IndexOf("avcC"u8);
        return $"avc1.{Convert.ToHexStringLower(read.Slice(at + 5, 3))}";
    }
}
