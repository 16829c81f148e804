using System.Buffers.Binary;

namespace News.Functions.Media.Containers;

/// <summary>The first directory of a TIFF file, or of EXIF, which is one (TIFF 6.0, section 2). BigTIFF reads as empty.</summary>
public sealed class TiffDirectory
{
    private const int HeaderLength = 8;
    private const int EntryLength = 12;
    private const int MaxEntries = 1_000;
    private const int MaxValue = 65_536;

    private readonly Dictionary<ushort, byte[]> _values = [];
    private readonly Stream _file;
    private readonly bool _littleEndian;

    private TiffDirectory(Stream file)
    {
        _file = file;
        var header = Read(0, HeaderLength);
        _littleEndian = header is [(byte)'I', ..];
        if (header.Length == HeaderLength && UInt16(header.AsSpan(2)) == 42)
            ReadEntries(UInt32(header.AsSpan(4)));
    }

    /// <summary>Reads it; what points outside the file is left out.</summary>
    public static TiffDirectory Of(Stream file) => new(file);

    /// <summary>The bytes of a text or byte tag; empty where it is missing.</summary>
    public ReadOnlySpan<byte> Bytes(ushort tag) => _values.GetValueOrDefault(tag);

    /// <summary>The first number of a SHORT or LONG tag, or null.</summary>
    public uint? Number(ushort tag) => _values.GetValueOrDefault(tag) switch
    {
        { Length: 2 or 3 } value => UInt16(value),
        { Length: >= 4 } value => UInt32(value),
        _ => null,
    };

    private void ReadEntries(uint at)
    {
        var count = Read(at, 2) is { Length: 2 } length ? UInt16(length) : 0;
        var entries = Read(at + 2L, Math.Min(count, MaxEntries) * EntryLength);
        for (var i = 0; i + EntryLength <= entries.Length; i += EntryLength)
        {
            var entry = entries.AsSpan(i, EntryLength);
            var size = UInt32(entry[4..]) * (long)ItemSize(UInt16(entry[2..]));
            if (size is > 0 and <= MaxValue)
                _values[UInt16(entry)] = size <= 4 ? entry.Slice(8, (int)size).ToArray() : Read(UInt32(entry[8..]), (int)size);
        }
    }

    private static int ItemSize(ushort type) => type switch { 1 or 2 or 6 or 7 => 1, 3 or 8 => 2, 4 or 9 or 13 => 4, 5 or 10 or 12 => 8, _ => 0 };

    private byte[] Read(long at, int length)
    {
        if (at < 0 || at >= _file.Length)
            return [];
        var bytes = new byte[Math.Min(length, _file.Length - at)];
        _file.Position = at;
        _file.ReadExactly(bytes);
        return bytes;
    }

    private ushort UInt16(ReadOnlySpan<byte> bytes) =>
        _littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private uint UInt32(ReadOnlySpan<byte> bytes) =>
        _littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
