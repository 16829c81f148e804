using System.Text;
using News.Functions.Media.Containers;

namespace News.Functions.Media.Rights;

/// <summary>Rights as cameras and Windows write them (EXIF 2.32, table 4; the XP tags are Microsoft's).</summary>
public static class ExifReader
{
    private const ushort ImageDescription = 0x010E;
    private const ushort Artist = 0x013B;
    private const ushort Copyright = 0x8298;
    private const ushort XpComment = 0x9C9C;
    private const ushort XpAuthor = 0x9C9D;

    /// <summary>What a block of EXIF says; nothing if it is missing or damaged.</summary>
    public static PictureRights Read(byte[]? exif)
    {
        if (exif is null)
            return new();
        var start = exif.AsSpan().StartsWith("Exif\0\0"u8) ? 6 : 0;
        using var tiff = new MemoryStream(exif, start, exif.Length - start, writable: false);
        return Read(TiffDirectory.Of(tiff));
    }

    /// <summary>The same tags stand in the first directory of a TIFF file.</summary>
    public static PictureRights Read(TiffDirectory directory) => new PictureRights(
        Caption: LegacyText.Decode(directory.Bytes(ImageDescription)),
        Creator: LegacyText.Decode(directory.Bytes(Artist)),
        Copyright: CopyrightOf(directory.Bytes(Copyright)))
        .Or(new(Caption: Utf16(directory.Bytes(XpComment)), Creator: Utf16(directory.Bytes(XpAuthor))));

    /// <summary>The photographer's notice and the editor's are separated by a NUL; a lone space stands for a missing first one.</summary>
    private static string CopyrightOf(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        var photographer = LegacyText.Decode(bytes).Trim();
        return photographer.Length > 0 || end < 0 ? photographer : LegacyText.Decode(bytes[(end + 1)..]);
    }

    private static string Utf16(ReadOnlySpan<byte> bytes) => Encoding.Unicode.GetString(bytes).TrimEnd('\0');
}
