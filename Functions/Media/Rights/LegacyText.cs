using System.Text;

namespace News.Functions.Media.Rights;

/// <summary>Decodes text whose encoding nobody wrote down, which is how most of IPTC and EXIF is.</summary>
public static class LegacyText
{
    /// <summary>Letters that the tone marks of Windows-1258 are written after.</summary>
    private const string Vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";
    private const string ToneMarks = "\u0300\u0301\u0303\u0309\u0323";

    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding _western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly Encoding _vietnamese = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;

    /// <summary>
    /// The text up to a NUL: UTF-8 if it is that; else Windows-1258 if its tone marks stand where Vietnamese has them; else
    /// Windows-1252, which holds Latin-1.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        bytes = end < 0 ? bytes : bytes[..end];
        return IsUtf8(bytes) ? _utf8.GetString(bytes)
            : _vietnamese.GetString(bytes) is var text && IsVietnamese(text) ? text.Normalize()
            : _western.GetString(bytes);
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static bool IsVietnamese(string text)
    {
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!ToneMarks.Contains(text[i], StringComparison.Ordinal))
                continue;
            if (i == 0 || !Vowels.Contains(text[i - 1], StringComparison.Ordinal))
                return false;
            marks++;
        }

        return marks > 0;
    }
}
