using System.Buffers.Binary;

namespace News.Functions.Tests.Media.Rights;

/// <summary>Blocks of EXIF with a few tags of text.</summary>
public static class Exif
{
    public static byte[] Block(bool bigEndian, params (ushort Tag, byte[] Value)[] tags)
    {
        byte[] Short(int n) => Ordered(2, n);
        byte[] Long(int n) => Ordered(4, n);
        byte[] Ordered(int length, int n)
        {
            var bytes = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(bytes, n);
            bytes = bytes[(4 - length)..];
            if (!bigEndian)
                Array.Reverse(bytes);
            return bytes;
        }

        var (table, values, at) = (new List<byte>(), new List<byte>(), 8 + 2 + (12 * tags.Length) + 4);
        foreach (var (tag, value) in tags)
        {
            var place = value.Length <= 4 ? [.. value, .. new byte[4 - value.Length]] : Long(at + values.Count);
            table.AddRange([.. Short(tag), .. Short(2), .. Long(value.Length), .. place]);
            values.AddRange(value.Length <= 4 ? [] : value);
        }

        return [.. bigEndian ? "MM"u8 : "II"u8, .. Short(42), .. Long(8), .. Short(tags.Length), .. table, .. Long(0), .. values];
    }
}
