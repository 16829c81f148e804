using System.Buffers.Binary;

namespace News.Domain.MostRead.Sketches;

/// <summary>Reads packed bytes that nobody is trusted to have written; each method throws <see cref="InvalidDataException"/> on what cannot be.</summary>
internal ref struct PackedReader(ReadOnlySpan<byte> bytes)
{
    /// <summary>The largest number that six bytes hold.</summary>
    public const ulong MostMoment = (1UL << 48) - 1;

    private const int TailBytes = 10;
    private const int MarkBytes = 3;
    private const int MostShift = 49;

    private ReadOnlySpan<byte> _rest = bytes;

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (_rest.Length < count)
            throw new InvalidDataException("The bytes end too early.");
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    public byte Byte() => Bytes(1)[0];

    /// <summary>An unsigned LEB128 of at most eight bytes, in its shortest form.</summary>
    public ulong Number()
    {
        var value = 0UL;
        for (var shift = 0; shift <= MostShift; shift += 7)
        {
            var part = Byte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part > 0x7F)
                continue;
            return part > 0 || shift == 0 ? value : throw new InvalidDataException("A number has idle zeros.");
        }

        throw new InvalidDataException("A number is too long.");
    }

    /// <summary>The last ten bytes of an article's number.</summary>
    public UInt128 Tail()
    {
        Span<byte> whole = stackalloc byte[16];
        whole.Clear();
        Bytes(TailBytes).CopyTo(whole[^TailBytes..]);
        return BinaryPrimitives.ReadUInt128BigEndian(whole);
    }

    public uint Mark()
    {
        var mark = Bytes(MarkBytes);
        return (uint)((mark[0] << 16) | (mark[1] << 8) | mark[2]);
    }

    /// <summary>Nothing may be left.</summary>
    public readonly void End()
    {
        if (_rest.Length > 0)
            throw new InvalidDataException($"{_rest.Length} bytes too many.");
    }
}
