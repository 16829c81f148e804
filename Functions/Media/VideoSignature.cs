using System.Text;

namespace News.Functions.Media;

/// <summary>Tells the containers of videos by their first bytes.</summary>
public static class VideoSignature
{
    private const int PacketLength = 188;
    private const int TimedPacketLength = 192;
    private const byte PacketMark = 0x47;
    private const int Type = 4;

    private static readonly string[] _quickTime = ["moov", "mdat", "wide", "free", "skip", "pnot"];

    private static readonly (MediaFormat Format, byte[] Bytes)[] _signatures =
    [
        (MediaFormat.Matroska, [0x1A, 0x45, 0xDF, 0xA3]),
        (MediaFormat.MpegProgram, [0, 0, 1, 0xBA]),
        (MediaFormat.WindowsMedia, [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11]),
        (MediaFormat.FlashVideo, [.. "FLV\x01"u8]),
        (MediaFormat.Ogg, [.. "OggS"u8]),
        (MediaFormat.Mxf, [0x06, 0x0E, 0x2B, 0x34, 0x02, 0x05, 0x01, 0x01, 0x0D, 0x01, 0x02]),
    ];

    /// <summary>The format of a file that begins so; unknown when it is no video's.</summary>
    public static MediaFormat Identify(ReadOnlySpan<byte> head)
    {
        foreach (var (format, bytes) in _signatures)
        {
            if (head.StartsWith(bytes))
                return format;
        }

        return head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..].StartsWith("AVI "u8) ? MediaFormat.Avi
            : head.Length > 8 && _quickTime.Contains(Encoding.ASCII.GetString(head.Slice(Type, 4))) ? MediaFormat.Mp4
            : IsTransport(head, 0, PacketLength) || IsTransport(head, TimedPacketLength - PacketLength, TimedPacketLength) ? MediaFormat.MpegTransport
            : MediaFormat.Unknown;
    }

    /// <summary>Whether a file of this brand, which is no picture's, is a video (ISO/IEC 14496-12, 4.3).</summary>
    public static bool HasBrand(ReadOnlySpan<byte> brand) => !brand.StartsWith("mif1"u8) && !brand.StartsWith("msf1"u8);

    private static bool IsTransport(ReadOnlySpan<byte> head, int first, int length)
    {
        for (var at = first; at <= first + (2 * length); at += length)
        {
            if (at >= head.Length || head[at] != PacketMark)
                return false;
        }

        return true;
    }
}
