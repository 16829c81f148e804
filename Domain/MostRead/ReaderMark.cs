using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace News.Domain.MostRead;

/// <summary>
/// What is kept of a reader: 24 bits that the same reader gives all day, and that lead back to nobody once the day's salt is gone.
/// <c>hash(salt, address, hash(salt, visitor) mod n)</c>: whatever a client invents, one address is never more than n readers, and no
/// instance has to remember anything. Among a thousand readers two share a mark in one case of thirty, among a million one in
/// seventeen shares his with somebody: small counts are exact, and <see cref="Sketches.HyperLogLog"/> allows for it in large ones.
/// </summary>
public static class ReaderMark
{
    /// <summary>Bits of a mark.</summary>
    public const int Bits = 24;

    private const int NetworkBytes = 8;
    private const int SlotBytes = sizeof(int);

    /// <summary>The mark of a reader.</summary>
    /// <param name="salt">The day's secret.</param>
    /// <param name="address">IPv4, or IPv6, of which the first 64 bits count: a household has them all.</param>
    /// <param name="visitor">What tells readers of one address apart: an id of the client's, or its user agent.</param>
    /// <param name="readersPerAddress">n, at least 1.</param>
    public static uint Of(ReadOnlySpan<byte> salt, IPAddress address, string visitor, int readersPerAddress)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(visitor), hash);
        var slot = BinaryPrimitives.ReadUInt32BigEndian(hash) % (uint)readersPerAddress;
        Span<byte> reader = stackalloc byte[NetworkBytes + SlotBytes];
        var network = Network(address, reader);
        BinaryPrimitives.WriteUInt32BigEndian(reader[network..], slot);
        HMACSHA256.HashData(salt, reader[..(network + SlotBytes)], hash);
        return BinaryPrimitives.ReadUInt32BigEndian(hash) >> (32 - Bits);
    }

    private static int Network(IPAddress address, Span<byte> bytes)
    {
        Span<byte> whole = stackalloc byte[16];
        (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).TryWriteBytes(whole, out var length);
        var network = Math.Min(length, NetworkBytes);
        whole[..network].CopyTo(bytes);
        return network;
    }
}
