using System.Buffers.Binary;
using System.Text;

namespace News.Functions.Tests.Media.Making;

/// <summary>Puts PNG files together chunk by chunk.</summary>
public static class PngEditor
{
    private const int AfterHeader = 33;

    public static byte[] Chunk(string type, params ReadOnlySpan<byte> data)
    {
        byte[] chunk = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), System.IO.Hashing.Crc32.HashToUInt32(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }

    /// <summary>The file with one more chunk behind its header.</summary>
    public static byte[] Insert(byte[] png, string type, params ReadOnlySpan<byte> data) =>
        [.. png.AsSpan(0, AfterHeader), .. Chunk(type, data), .. png.AsSpan(AfterHeader)];

    /// <summary>The compressed pixels of a file.</summary>
    public static byte[] Pixels(byte[] png)
    {
        var pixels = new List<byte>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (Encoding.ASCII.GetString(png, at + 4, 4) == "IDAT")
                pixels.AddRange(png.AsSpan(at + 8, length));
            at += length + 12;
        }

        return [.. pixels];
    }

    public static byte[] Numbers(params ReadOnlySpan<uint> numbers)
    {
        var bytes = new byte[numbers.Length * 4];
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(i * 4), numbers[i]);
        return bytes;
    }

    /// <summary>An 8-bit RGBA file that says it is so large and has these compressed pixels.</summary>
    public static byte[] File(uint width, uint height, byte colorType, byte bits, byte[] pixels, params byte[][] before) =>
    [
        0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n',
        .. Chunk("IHDR", [.. Numbers(width, height), bits, colorType, 0, 0, 0]),
        .. before.SelectMany(chunk => chunk),
        .. Chunk("IDAT", pixels),
        .. Chunk("IEND"),
    ];
}
