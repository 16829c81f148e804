using News.Domain.Drafts;
using News.Domain.Media;

namespace News.Functions.Media;

/// <summary>What a picture may hold. Each number is in the README's table of limits; what depends on the machine is a setting.</summary>
public static class MediaLimits
{
    /// <summary>Characters of an alt text, caption, credit, copyright or licence.</summary>
    public const int TextLength = ArticleLimits.Caption;

    /// <summary>Bytes of one block of metadata in a file.</summary>
    public const int MetadataBytes = 4_194_304;

    /// <summary>Frames of an animation.</summary>
    public const int Frames = 1_000;

    /// <summary>Pixels of an AVIF file, as its baseline profile has them (AV1 Image File Format, 8.2).</summary>
    public const int AvifPixels = PictureFiles.AvifPixels;

    /// <summary>Pixels a side of an AVIF file: encoders take no more.</summary>
    public const int AvifSide = PictureFiles.AvifSide;

    /// <summary>Pixels a side of a WebP file, which its format has no bits for beyond.</summary>
    public const int WebPSide = PictureFiles.WebPSide;

    /// <summary>Pixels a side of a JPEG file, likewise.</summary>
    public const int JpegSide = PictureFiles.JpegSide;

    /// <summary>Elements of an SVG that is drawn in this process.</summary>
    public const int PlainElements = 20_000;

    /// <summary>Mebibytes of memory that a converter running as a child process may reserve.</summary>
    public const int ConverterMegabytes = 1_500;

    /// <summary>Mebibytes of a file that a converter may write.</summary>
    public const int ConvertedMegabytes = 500;
}
