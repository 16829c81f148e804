using System.Buffers.Binary;

namespace News.Functions.Tests.Media.Making;

/// <summary>Gives a little-endian TIFF file one more tag.</summary>
public static class TiffEditor
{
    private const int EntryLength = 12;

    /// <param name="type">1 is BYTE, 4 LONG, 7 UNDEFINED.</param>
    public static byte[] Insert(byte[] tiff, ushort tag, ushort type, byte[] value)
    {
        var at = (int)BinaryPrimitives.ReadUInt32LittleEndian(tiff.AsSpan(4));
        var count = BinaryPrimitives.ReadUInt16LittleEndian(tiff.AsSpan(at));
        var padded = value.Length + (-value.Length & 3);
        var entry = new byte[EntryLength];
        BinaryPrimitives.WriteUInt16LittleEndian(entry, tag);
        BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(2), type);
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(4), type == 4 ? padded / 4 : value.Length);
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(8), tiff.Length);
        byte[][] entries = [.. tiff.AsSpan(at + 2, count * EntryLength).ToArray().Chunk(EntryLength), entry];
        byte[] edited =
        [
            .. tiff, .. value, .. new byte[padded - value.Length],
            (byte)(count + 1), 0, .. entries.OrderBy(item => BinaryPrimitives.ReadUInt16LittleEndian(item)).SelectMany(item => item), 0, 0, 0, 0,
        ];
        BinaryPrimitives.WriteInt32LittleEndian(edited.AsSpan(4), tiff.Length + padded);
        return edited;
    }
}
