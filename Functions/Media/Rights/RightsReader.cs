
namespace News.Functions.Media.Rights;

/// <summary>
/// Reads rights from a file's metadata. Where the blocks differ XMP goes before IPTC-IIM and that before EXIF, as the Metadata
/// Working Group advises. Damaged metadata says nothing; it never makes a picture unusable.
/// </summary>
public static class RightsReader
{
    /// <summary>What the file says, trimmed, in NFC, without control characters, each text cut at <see cref="MediaLimits.TextLength"/>.</summary>
    public static PictureRights Read(EmbeddedMetadata metadata)
    {
        var said = XmpReader.Read(metadata.Xmp).Or(IptcReader.Read(metadata.Iptc)).Or(ExifReader.Read(metadata.Exif));
        return new(
            Clean(said.Alt), Clean(said.Caption), Clean(said.Creator), Clean(said.Credit), Clean(said.Copyright), Clean(said.License));
    }

    private static string Clean(string text)
    {
        var kept = string.Concat(text.EnumerateRunes().Where(IsKept).Take(MediaLimits.TextLength)).Normalize().Trim();
        return kept.Length <= MediaLimits.TextLength ? kept : Cut(kept);
    }

    private static string Cut(string text)
    {
        var end = MediaLimits.TextLength;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd();
    }

    /// <summary>No controls but tab and line feed, no marks that turn the reading direction, nothing that is no character.</summary>
    private static bool IsKept(System.Text.Rune rune) => rune.Value switch
    {
        '\t' or '\n' => true,
        >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 => false,
        >= 0xFDD0 and <= 0xFDEF => false,
        _ => !System.Text.Rune.IsControl(rune) && (rune.Value & 0xFFFE) != 0xFFFE && rune != System.Text.Rune.ReplacementChar,
    };
}
