using NetVips;
using News.Functions.Media.Containers;

namespace News.Functions.Media.Rights;

/// <summary>The blocks of metadata in a picture's file, as they stand there.</summary>
/// <param name="Exif">A TIFF structure, perhaps after the letters <c>Exif</c>.</param>
/// <param name="Xmp">An XML packet.</param>
/// <param name="Iptc">IPTC-IIM records, perhaps inside Photoshop's image resources.</param>
public sealed record EmbeddedMetadata(byte[]? Exif = null, byte[]? Xmp = null, byte[]? Iptc = null)
{
    private const ushort TiffIptc = 33_723;

    /// <summary>What libvips found in the header; a block over <see cref="MediaLimits.MetadataBytes"/> is left out.</summary>
    public static EmbeddedMetadata Of(Image header) => new(
        Blob(header, "exif-data"), Blob(header, "xmp-data"), Blob(header, "iptc-data") ?? Blob(header, "photoshop-data"));

    /// <summary>The same of a TIFF. Its IPTC is read here, because half of the programs count it in words and half in bytes, and libvips knows one kind.</summary>
    public static EmbeddedMetadata Of(Image header, TiffDirectory directory) =>
        directory.Bytes(TiffIptc) is { IsEmpty: false } records ? Of(header) with { Iptc = records.ToArray() } : Of(header);

    private static byte[]? Blob(Image header, string field) =>
        header.Contains(field) && header.Get(field) is byte[] { Length: <= MediaLimits.MetadataBytes } blob ? blob : null;
}
