using System.Text;
using News.Functions.Tests.Media.Making;

namespace News.Functions.Tests.Media.Rights;

/// <summary>Blocks of IPTC-IIM.</summary>
public static class Iim
{
    public static byte[] Records(Encoding encoding, bool utf8, params (byte Set, string Text)[] texts) =>
        [.. utf8 ? Set(1, 90, [0x1B, (byte)'%', (byte)'G']) : [], .. texts.SelectMany(text => Set(2, text.Set, encoding.GetBytes(text.Text)))];

    /// <summary>As JPEG has them: behind another of Photoshop's resources, one with a name.</summary>
    public static byte[] Block(Encoding encoding, bool utf8, params (byte Set, string Text)[] texts)
    {
        var records = Records(encoding, utf8, texts);
        return
        [
            .. "Photoshop 3.0\0"u8,
            .. "8BIM"u8, 0x04, 0x25, 4, .. "name"u8, 0, .. PngEditor.Numbers(3), 1, 2, 3, 0,
            .. "8BIM"u8, 0x04, 0x04, 0, 0, .. PngEditor.Numbers((uint)records.Length), .. records,
        ];
    }

    private static byte[] Set(byte record, byte set, byte[] value) => [0x1C, record, set, (byte)(value.Length >> 8), (byte)value.Length, .. value];
}
