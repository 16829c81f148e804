using NetVips;

namespace News.Functions.Media.Rights;

/// <summary>The blocks of metadata in a picture's file, as they stand there.</summary>
/// <param name="Exif">A TIFF structure, perhaps after the letters <c>Exif</c>.</param>
/// <param name="Xmp">An XML packet.</param>
/// <param name="Iptc">IPTC-IIM records, perhaps inside Photoshop's image resources.</param>
public sealed record EmbeddedMetadata(byte[]? Exif = null, byte[]? Xmp = null, byte[]? Iptc = null)
{
    /// <summary>What libvips found in the header; a block over <see cref="MediaLimits.MetadataBytes"/> is left out.</summary>
    public static EmbeddedMetadata Of(Image header) => new(
        Blob(header, "exif-data"), Blob(header, "xmp-data"), Blob(header, "iptc-data") ?? Blob(header, "photoshop-data"));

    private static byte[]? Blob(Image header, string field) =>
        header.Contains(field) && header.Get(field) is byte[] { Length: <= MediaLimits.MetadataBytes } blob ? blob : null;
}
