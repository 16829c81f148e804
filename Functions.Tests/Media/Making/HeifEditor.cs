using System.Buffers.Binary;
using System.Text;

namespace News.Functions.Tests.Media.Making;

/// <summary>Gives the primary picture of a small AVIF or HEIC file, as libheif writes it, one more property.</summary>
public static class HeifEditor
{
    public static byte[] Rotated(byte[] file, byte quartersAntiClockwise) => Add(file, "irot", [quartersAntiClockwise]);

    public static byte[] Mirrored(byte[] file, byte mode) => Add(file, "imir", [mode]);

    public static byte[] Colored(byte[] file, byte primaries, byte transfer) => Add(file, "colr", [.. "nclx"u8, 0, primaries, 0, transfer, 0, 6, 0x80]);

    private static byte[] Add(byte[] file, string type, byte[] content)
    {
        var bytes = file.ToList();
        var (ipco, ipma) = (Find(file, "ipco"), Find(file, "ipma"));
        var end = ipco + Number(file, ipco);
        // The first entry of the associations is the primary picture's: one more, and essential.
        var count = ipma + 18;
        var place = 1 + Children(file, ipco);
        bytes.Insert(count + 1 + bytes[count], (byte)(0x80 | place));
        bytes[count]++;
        bytes.InsertRange(end, [.. PngEditor.Numbers((uint)content.Length + 8), .. Encoding.ASCII.GetBytes(type), .. content]);
        var edited = bytes.ToArray();
        var box = content.Length + 8;
        Grow(edited, Find(edited, "ipma"), 1);
        Grow(edited, ipco, box);
        Grow(edited, Find(edited, "iprp"), box + 1);
        Grow(edited, Find(edited, "meta"), box + 1);
        MovePlaces(edited, Find(edited, "iloc"), box + 1);
        return edited;
    }

    /// <summary>Version 0 or 1 with four bytes for each number: the base offset, or where that is 0 the extent's own.</summary>
    private static void MovePlaces(byte[] file, int iloc, int by)
    {
        var version = file[iloc + 8];
        var wide = file[iloc + 13] >> 4 == 4;
        var at = iloc + 16;
        for (var items = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(iloc + 14)); items > 0; items--)
        {
            at += version == 0 ? 4 : 6;
            if (wide && Number(file, at) > 0)
                Grow(file, at, by);
            else
                Grow(file, at + (wide ? 6 : 2), by);
            at += (wide ? 4 : 0) + 2 + 8;
        }
    }

    private static int Children(byte[] file, int box)
    {
        var count = 0;
        for (var at = box + 8; at < box + Number(file, box); at += Number(file, at))
            count++;
        return count;
    }

    private static int Find(byte[] file, string type) => file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(type)) - 4;

    private static int Number(byte[] file, int at) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));

    private static void Grow(byte[] file, int at, int by) => BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(at), Number(file, at) + by);
}
