using System.Buffers;
using System.Buffers.Binary;

namespace News.Domain.MostRead.Sketches;

/// <summary>Writes what <see cref="PackedReader"/> reads.</summary>
internal sealed class PackedWriter
{
    private const int TailBytes = 10;
    private const int MarkBytes = 3;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public void Byte(byte value) => _bytes.Write([value]);

    public void Bytes(ReadOnlySpan<byte> values) => _bytes.Write(values);

    public void Number(ulong value)
    {
        for (; value > 0x7F; value >>= 7)
            Byte((byte)(value | 0x80));
        Byte((byte)value);
    }

    /// <summary>The last ten bytes of an article's number.</summary>
    public void Tail(UInt128 article)
    {
        Span<byte> whole = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(whole, article);
        _bytes.Write(whole[^TailBytes..]);
    }

    public void Mark(uint mark)
    {
        Span<byte> whole = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(whole, mark);
        _bytes.Write(whole[^MarkBytes..]);
    }
}
