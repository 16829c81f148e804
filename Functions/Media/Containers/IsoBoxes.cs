using System.Buffers.Binary;
using System.Text;

namespace News.Functions.Media.Containers;

/// <summary>Boxes of the ISO base media file format: length, type, content (ISO/IEC 14496-12, 4.2).</summary>
public static class IsoBoxes
{
    private const int HeaderLength = 8;
    private const int LongHeaderLength = 16;

    /// <summary>Type and content of each box, up to where a length makes no sense.</summary>
    public static IEnumerable<(string Type, ReadOnlyMemory<byte> Content)> Read(ReadOnlyMemory<byte> rest)
    {
        while (rest.Length >= HeaderLength)
        {
            var (length, header) = Length(rest.Span);
            if (length < header || length > rest.Length)
                yield break;
            yield return (Type(rest.Span), rest[header..(int)length]);
            rest = rest[(int)length..];
        }
    }

    /// <summary>The content of the first box of a type, or nothing.</summary>
    public static ReadOnlyMemory<byte> Find(ReadOnlyMemory<byte> boxes, string type) =>
        Read(boxes).FirstOrDefault(box => box.Type == type).Content;

    /// <summary>The content of the first box of a type at the top of a file, or nothing where it is missing or longer than <paramref name="most"/>.</summary>
    public static byte[] Find(Stream file, string type, int most)
    {
        var header = new byte[LongHeaderLength];
        while (file.ReadAtLeast(header, LongHeaderLength, throwOnEndOfStream: false) >= HeaderLength)
        {
            var start = file.Position - LongHeaderLength;
            var (length, skipped) = Length(header);
            if (length < skipped || start < 0 || start + length > file.Length)
                return [];
            if (Type(header) == type)
                return length <= most ? Content(file, start + skipped, length - skipped) : [];
            file.Position = start + length;
        }

        return [];
    }

    private static string Type(ReadOnlySpan<byte> header) => Encoding.ASCII.GetString(header.Slice(4, 4));

    private static (long Length, int Header) Length(ReadOnlySpan<byte> header) =>
        BinaryPrimitives.ReadUInt32BigEndian(header) is var length && length == 1 && header.Length >= LongHeaderLength
            ? (BinaryPrimitives.ReadInt64BigEndian(header[8..]), LongHeaderLength)
            : (length, HeaderLength);

    private static byte[] Content(Stream file, long at, long length)
    {
        var content = new byte[length];
        file.Position = at;
        file.ReadExactly(content);
        return content;
    }
}
