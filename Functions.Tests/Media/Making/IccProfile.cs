using System.Buffers.Binary;
using System.Text;

namespace News.Functions.Tests.Media.Making;

/// <summary>The smallest profile there is: three primaries and a gamma (ICC.1:2001-04).</summary>
public static class IccProfile
{
    /// <summary>Display P3, at a plain gamma of 2.2.</summary>
    public static byte[] P3 { get; } = Of(2.2, [0.51512, 0.24120, -0.00105], [0.29198, 0.69225, 0.04189], [0.15710, 0.06657, 0.78407]);

    /// <summary>ProPhoto RGB (ROMM), gamma 1.8.</summary>
    public static byte[] ProPhoto { get; } = Of(1.8, [0.79767, 0.28804, 0], [0.13519, 0.71188, 0], [0.03134, 0.00009, 0.82491]);

    private static byte[] Of(double gamma, double[] red, double[] green, double[] blue)
    {
        (string Name, byte[] Data)[] tags =
        [
            ("desc", [.. "desc"u8, 0, 0, 0, 0, 0, 0, 0, 5, .. "test\0"u8, .. new byte[78]]),
            ("wtpt", Xyz([0.9642, 1, 0.8249])), ("rXYZ", Xyz(red)), ("gXYZ", Xyz(green)), ("bXYZ", Xyz(blue)),
            ("rTRC", Curve(gamma)), ("gTRC", Curve(gamma)), ("bTRC", Curve(gamma)),
            ("cprt", [.. "text"u8, 0, 0, 0, 0, .. "none\0"u8]),
        ];
        var (table, data, at) = (new List<byte>(PngEditor.Numbers((uint)tags.Length)), new List<byte>(), 128 + 4 + (12 * tags.Length));
        foreach (var tag in tags)
        {
            table.AddRange([.. Encoding.ASCII.GetBytes(tag.Name), .. PngEditor.Numbers((uint)(at + data.Count), (uint)tag.Data.Length)]);
            data.AddRange([.. tag.Data, .. new byte[(4 - (tag.Data.Length % 4)) % 4]]);
        }

        return [.. Header(at + data.Count), .. table, .. data];
    }

    private static byte[] Header(int size)
    {
        byte[] header =
        [
            .. PngEditor.Numbers((uint)size), 0, 0, 0, 0, 2, 0x40, 0, 0, .. "mntrRGB XYZ "u8, .. new byte[12], .. "acsp"u8, .. new byte[28],
            .. PngEditor.Numbers(0xF6D6, 0x10000, 0xD32D), .. new byte[48],
        ];
        return header;
    }

    private static byte[] Xyz(double[] xyz) => [.. "XYZ "u8, 0, 0, 0, 0, .. PngEditor.Numbers([.. xyz.Select(n => (uint)(int)Math.Round(n * 65_536))])];

    private static byte[] Curve(double gamma)
    {
        byte[] curve = [.. "curv"u8, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(curve.AsSpan(12), (ushort)Math.Round(gamma * 256));
        return curve;
    }
}
