using System.Buffers.Binary;
using System.Text;

namespace News.Functions.Media.Rights;

/// <summary>Writes rights as IPTC-IIM for JPEG, where old programs look for them.</summary>
public static class IptcWriter
{
    // The longest each may be (IPTC-IIM 4.2, chapter 6), in bytes.
    private const int MaxName = 32;
    private const int MaxCopyright = 128;
    private const int MaxCaption = 2_000;

    /// <summary>The block for an APP13 segment, in UTF-8 and said to be; or null where there is nothing to say.</summary>
    public static byte[]? Write(PictureRights rights)
    {
        (byte Set, string Text, int Most)[] sets =
            [(80, rights.Creator, MaxName), (110, rights.Credit, MaxName), (116, rights.Copyright, MaxCopyright), (120, rights.Caption, MaxCaption)];
        var records = sets.Where(set => set.Text.Length > 0).SelectMany(set => DataSet(2, set.Set, Cut(set.Text, set.Most))).ToArray();
        return records.Length == 0 ? null : Resource([.. DataSet(1, 90, [.. "\e%G"u8]), .. records]);
    }

    private static byte[] DataSet(byte record, byte set, byte[] value)
    {
        byte[] bytes = [0x1C, record, set, 0, 0, .. value];
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(3), (short)value.Length);
        return bytes;
    }

    /// <summary>Photoshop's image resource 0x0404 without a name, padded to an even length.</summary>
    private static byte[] Resource(byte[] records)
    {
        byte[] block = [.. "Photoshop 3.0\08BIM"u8, 4, 4, 0, 0, 0, 0, 0, 0, .. records, .. new byte[records.Length & 1]];
        BinaryPrimitives.WriteInt32BigEndian(block.AsSpan(22), records.Length);
        return block;
    }

    /// <summary>As many whole characters as fit.</summary>
    private static byte[] Cut(string text, int most)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var end = Math.Min(bytes.Length, most);
        while (end < bytes.Length && (bytes[end] & 0xC0) == 0x80)
            end--;
        return bytes[..end];
    }
}
