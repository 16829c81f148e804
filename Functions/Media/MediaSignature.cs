using System.Buffers.Binary;
using System.Text;
using News.Functions.Media.Captions;

namespace News.Functions.Media;

/// <summary>Tells a file's format by its content. Its name and the type somebody declared are never asked.</summary>
public static class MediaSignature
{
    /// <summary>Bytes of the beginning that are looked at.</summary>
    public const int HeadLength = 4_096;
    private const int BrandLength = 4;
    private const int FirstBrand = 8;

    private static readonly (MediaFormat Format, int At, byte[] Bytes)[] _signatures =
    [
        (MediaFormat.Jpeg, 0, [0xFF, 0xD8, 0xFF]),
        (MediaFormat.Png, 0, [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']),
        (MediaFormat.Gif, 0, [.. "GIF87a"u8]),
        (MediaFormat.Gif, 0, [.. "GIF89a"u8]),
        (MediaFormat.CameraRaw, 8, [.. "CR\x02"u8]),
        (MediaFormat.CameraRaw, 0, [.. "FUJIFILMCCD-RAW"u8]),
        (MediaFormat.CameraRaw, 0, [.. "IIRO"u8]),
        (MediaFormat.CameraRaw, 0, [.. "IIU\0"u8]),
        (MediaFormat.Tiff, 0, [.. "II*\0"u8]),
        (MediaFormat.Tiff, 0, [.. "MM\0*"u8]),
        (MediaFormat.Tiff, 0, [.. "II+\0"u8]),
        (MediaFormat.Tiff, 0, [.. "MM\0+"u8]),
        (MediaFormat.Jpeg2000, 0, [0, 0, 0, 12, .. "jP  "u8]),
        (MediaFormat.Jpeg2000, 0, [0xFF, 0x4F, 0xFF, 0x51]),
        (MediaFormat.JpegXl, 0, [0xFF, 0x0A]),
        (MediaFormat.JpegXl, 0, [0, 0, 0, 12, .. "JXL "u8]),
        (MediaFormat.Bitmap, 0, [.. "BM"u8]),
        (MediaFormat.Bitmap, 0, [0, 0, 1, 0]),
        (MediaFormat.Photoshop, 0, [.. "8BPS"u8]),
        (MediaFormat.Pdf, 0, [.. "%PDF-"u8]),
        (MediaFormat.PostScript, 0, [.. "%!PS"u8]),
        (MediaFormat.PostScript, 0, [0xC5, 0xD0, 0xD3, 0xC6]),
        (MediaFormat.Compressed, 0, [.. "PK\x03\x04"u8]),
        (MediaFormat.Compressed, 0, [0x1F, 0x8B]),
    ];

    /// <summary>The format of the file at this path.</summary>
    public static MediaFormat Identify(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[HeadLength];
        return Identify(head.AsSpan(0, file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)));
    }

    /// <summary>The format of a file that begins so.</summary>
    public static MediaFormat Identify(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
            return MediaFormat.Empty;
        if (Starts(head, 0, "RIFF"u8) && Starts(head, 8, "WEBP"u8))
            return MediaFormat.WebP;
        if (Starts(head, BrandLength, "ftyp"u8))
            return ByBrand(head);
        foreach (var (format, at, bytes) in _signatures)
        {
            if (Starts(head, at, bytes))
                return format;
        }

        return VideoSignature.Identify(head) is var film and not MediaFormat.Unknown ? film
            : SvgProlog.Precedes(head) ? MediaFormat.Svg
            : CaptionText.FormatOf(head) is var captions and not MediaFormat.Unknown ? captions
            : IsText(head) ? MediaFormat.Text
            : MediaFormat.Unknown;
    }

    /// <summary>What is done with such a file: the picture pipeline gets every picture, also those it refuses with a reason.</summary>
    public static MediaKind KindOf(MediaFormat format) => format switch
    {
        MediaFormat.Unknown or MediaFormat.Text or MediaFormat.Empty or MediaFormat.Playlist => MediaKind.Unknown,
        MediaFormat.WebVtt or MediaFormat.SubRip => MediaKind.Captions,
        >= MediaFormat.Mp4 => MediaKind.Video,
        _ => MediaKind.Picture,
    };

    private static bool Starts(ReadOnlySpan<byte> head, int at, ReadOnlySpan<byte> bytes) =>
        head.Length >= at + bytes.Length && head.Slice(at, bytes.Length).SequenceEqual(bytes);

    /// <summary>The first brand known among the file's own and those it is compatible with (ISO/IEC 14496-12, 4.3).</summary>
    private static MediaFormat ByBrand(ReadOnlySpan<byte> head)
    {
        var end = (int)Math.Min(head.Length, BinaryPrimitives.ReadUInt32BigEndian(head));
        for (var at = FirstBrand; at + BrandLength <= end; at += BrandLength)
        {
            var format = Encoding.ASCII.GetString(head.Slice(at, BrandLength)) switch
            {
                "avif" or "avis" => MediaFormat.Avif,
                "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" => MediaFormat.Heic,
                "crx " => MediaFormat.CameraRaw,
                _ => MediaFormat.Unknown,
            };
            if (format != MediaFormat.Unknown)
                return format;
        }

        return VideoSignature.HasBrand(head[FirstBrand..]) ? MediaFormat.Mp4 : MediaFormat.Unknown;
    }

    private static bool IsText(ReadOnlySpan<byte> head) =>
        !head.ContainsAnyInRange((byte)0, (byte)8) && !head.ContainsAnyInRange((byte)14, (byte)26);
}
