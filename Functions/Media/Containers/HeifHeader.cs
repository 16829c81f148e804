using System.Buffers.Binary;
using System.Text;
using News.Functions.Media.Color;

namespace News.Functions.Media.Containers;

/// <summary>
/// What AVIF and HEIC say about their primary picture (ISO/IEC 23008-12, 6 and 9) that decoders do not pass on.
/// </summary>
/// <param name="Color">Null where a profile says it, or it is plain sRGB.</param>
/// <param name="Bits">Of a channel.</param>
public sealed record HeifHeader(ColorDescription? Color, int Bits)
{
    private const int FullBox = 4;

    /// <summary>Reads it; what is missing or damaged is as if not said.</summary>
    public static HeifHeader Read(string path)
    {
        using var file = File.OpenRead(path);
        ReadOnlyMemory<byte> meta = IsoBoxes.Find(file, "meta", MediaLimits.MetadataBytes);
        if (meta.Length <= FullBox)
            return new(null, 8);
        var boxes = meta[FullBox..];
        try
        {
            var properties = IsoBoxes.Find(boxes, "iprp");
            var all = IsoBoxes.Read(IsoBoxes.Find(properties, "ipco")).ToList();
            var mine = Associated(IsoBoxes.Find(properties, "ipma").Span, Primary(IsoBoxes.Find(boxes, "pitm").Span));
            return Of([.. mine.Where(i => i > 0 && i <= all.Count).Select(i => all[i - 1])]);
        }
        catch (ArgumentOutOfRangeException)
        {
            return new(null, 8);
        }
    }

    private static HeifHeader Of(IReadOnlyList<(string Type, ReadOnlyMemory<byte> Content)> properties)
    {
        var colors = properties.Where(box => box.Type == "colr" && box.Content.Length >= 8).Select(box => box.Content).ToList();
        var codes = colors.Find(color => Kind(color) == "nclx");
        var bits = properties.FirstOrDefault(box => box.Type == "pixi").Content;
        var described = codes.IsEmpty ? null : ColorDescription.OfCodes(Short(codes.Span[4..]), Short(codes.Span[6..]));
        return new(described, bits.Length > FullBox + 1 ? bits.Span[FullBox + 1] : 8);
    }

    private static string Kind(ReadOnlyMemory<byte> color) => Encoding.ASCII.GetString(color.Span[..4]);

    private static uint Primary(ReadOnlySpan<byte> box) => box[0] == 0 ? Short(box[FullBox..]) : BinaryPrimitives.ReadUInt32BigEndian(box[FullBox..]);

    /// <summary>The numbers, from 1, of an item's properties.</summary>
    private static List<int> Associated(ReadOnlySpan<byte> box, uint item)
    {
        var (version, wide) = (box[0], (box[3] & 1) == 1);
        var (at, found) = (FullBox + 4, new List<int>());
        for (var entries = BinaryPrimitives.ReadUInt32BigEndian(box[FullBox..]); entries > 0; entries--)
        {
            var id = version < 1 ? Short(box[at..]) : BinaryPrimitives.ReadUInt32BigEndian(box[at..]);
            at += version < 1 ? 2 : 4;
            for (int count = box[at++]; count > 0; count--, at += wide ? 2 : 1)
            {
                if (id == item)
                    found.Add(wide ? Short(box[at..]) & 0x7FFF : box[at] & 0x7F);
            }
        }

        return found;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
