using System.Buffers.Binary;
using System.Text;

namespace News.Functions.Media.Rights;

/// <summary>Rights as agencies write them (IPTC-IIM 4.2), alone or inside Photoshop's image resources.</summary>
public static class IptcReader
{
    private const byte Mark = 0x1C;
    private const byte Envelope = 1;
    private const byte Application = 2;
    private const byte CodedCharacterSet = 90;
    private const byte Byline = 80;
    private const byte Credit = 110;
    private const byte Copyright = 116;
    private const byte Caption = 120;
    private const int DataSetHeader = 5;
    private const int ResourceHeader = 12;
    private const ushort IptcResource = 0x0404;

    /// <summary>What a block of IPTC says; nothing if it is missing or damaged.</summary>
    public static PictureRights Read(byte[]? block)
    {
        var records = DataSets(Records(block));
        var utf8 = records.Any(set => set is { Record: Envelope, Set: CodedCharacterSet } && set.Value.Span.SequenceEqual("\e%G"u8));
        IEnumerable<string> Texts(byte wanted) => records
            .Where(set => set.Record == Application && set.Set == wanted)
            .Select(set => utf8 ? Encoding.UTF8.GetString(set.Value.Span) : LegacyText.Decode(set.Value.Span));
        return new(
            Caption: Texts(Caption).FirstOrDefault() ?? "",
            Creator: string.Join(", ", Texts(Byline)),
            Credit: Texts(Credit).FirstOrDefault() ?? "",
            Copyright: Texts(Copyright).FirstOrDefault() ?? "");
    }

    private static List<(byte Record, byte Set, ReadOnlyMemory<byte> Value)> DataSets(ReadOnlyMemory<byte> rest)
    {
        var sets = new List<(byte, byte, ReadOnlyMemory<byte>)>();
        while (rest.Length >= DataSetHeader && rest.Span[0] == Mark)
        {
            // A length past 32,767 is written in another way, which no text here needs.
            var length = BinaryPrimitives.ReadInt16BigEndian(rest.Span[3..]);
            if (length < 0 || DataSetHeader + length > rest.Length)
                break;
            sets.Add((rest.Span[1], rest.Span[2], rest.Slice(DataSetHeader, length)));
            rest = rest[(DataSetHeader + length)..];
        }

        return sets;
    }

    /// <summary>The records themselves, wherever in the block they stand.</summary>
    private static ReadOnlyMemory<byte> Records(byte[]? block)
    {
        if (block is null or [Mark, ..])
            return block;
        var rest = block.AsMemory(block.AsSpan().StartsWith("Photoshop 3.0\0"u8) ? 14 : 0);
        while (rest.Length >= ResourceHeader && rest.Span.StartsWith("8BIM"u8))
        {
            var name = Even(rest.Span[6] + 1);
            if (rest.Length < 6 + name + 4)
                break;
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest.Span[(6 + name)..]);
            var data = rest[(6 + name + 4)..];
            if (BinaryPrimitives.ReadUInt16BigEndian(rest.Span[4..]) == IptcResource)
                return data[..(int)Math.Min(length, data.Length)];
            if (length > data.Length)
                break;
            rest = data[Math.Min(data.Length, Even((int)length))..];
        }

        return default;
    }

    private static int Even(int length) => length + (length & 1);
}
