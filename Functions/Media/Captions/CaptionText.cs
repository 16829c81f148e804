using System.Text;
using System.Text.RegularExpressions;
using News.Functions.Media.Rights;

namespace News.Functions.Media.Captions;

/// <summary>The text of captions, whatever it is encoded in: few programs that write SubRip say so.</summary>
public static partial class CaptionText
{
    private const string WebVttMark = "WEBVTT";

    private static readonly UnicodeEncoding _little = new(bigEndian: false, byteOrderMark: false);
    private static readonly UnicodeEncoding _big = new(bigEndian: true, byteOrderMark: false);

    /// <summary>The text, by its byte order mark, by the zeros that UTF-16 is full of, else as <see cref="LegacyText"/> tells.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.GetString(bytes)
            : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? _little.GetString(bytes)
            : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? _big.GetString(bytes)
            : bytes.Length > 3 && bytes[1] == 0 && bytes[3] == 0 ? _little.GetString(bytes)
            : bytes.Length > 3 && bytes[0] == 0 && bytes[2] == 0 ? _big.GetString(bytes)
            : LegacyText.Decode(bytes);
        return text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
    }

    /// <summary>Whether a file that begins so is WebVTT, SubRip, or a list of other files; unknown when it is none of them.</summary>
    public static MediaFormat FormatOf(ReadOnlySpan<byte> head)
    {
        var text = Decode(head).TrimStart();
        return text.StartsWith(WebVttMark, StringComparison.Ordinal) ? MediaFormat.WebVtt
            : SubRipStart().IsMatch(text) ? MediaFormat.SubRip
            : text.StartsWith("#EXTM3U", StringComparison.Ordinal) || text.StartsWith("ffconcat", StringComparison.Ordinal) || text.Contains("<MPD", StringComparison.Ordinal) ? MediaFormat.Playlist
            : MediaFormat.Unknown;
    }

    [GeneratedRegex(@"^(\d{1,9}[ \t]*\n)?\d{1,3}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->")]
    private static partial Regex SubRipStart();
}
