using System.Buffers.Binary;
using News.Functions.Media.Containers;

namespace News.Functions.Media.Color;

/// <summary>What a file's colours are, said by its container rather than by a profile.</summary>
/// <param name="Gamma">The power, for <see cref="Transfer.Gamma"/>.</param>
public sealed record ColorDescription(Chromaticities Primaries, Transfer Transfer, double Gamma = 1)
{
    private const double PngScale = 100_000;
    private const double ScreenGamma = 2.2;

    /// <summary>How far an exponent may be from a screen's and still be taken for one.</summary>
    private const double GammaTolerance = 0.05;

    /// <summary>Brighter than paper white; a profile cannot say so, so this goes before one.</summary>
    public bool IsHdr => Transfer is Transfer.Pq or Transfer.Hlg;

    /// <summary>By the code points of ITU-T H.273; null for what is shown as it is: sRGB, and what is not known.</summary>
    public static ColorDescription? OfCodes(int primaries, int transfer)
    {
        var space = primaries switch { 9 => Chromaticities.Rec2020, 11 or 12 => Chromaticities.P3, _ => Chromaticities.Srgb };
        var color = transfer switch
        {
            4 => new(space, Transfer.Gamma, 2.2),
            5 => new(space, Transfer.Gamma, 2.8),
            8 => new(space, Transfer.Gamma),
            16 => new(space, Transfer.Pq),
            18 => new(space, Transfer.Hlg),
            _ => new ColorDescription(space, Transfer.Srgb),
        };
        return color == new ColorDescription(Chromaticities.Srgb, Transfer.Srgb) ? null : color;
    }

    /// <summary>By a PNG's chunks, of which cICP goes before iCCP, that before sRGB, and that before gAMA and cHRM.</summary>
    public static ColorDescription? Of(PngFile png)
    {
        if (png.Read("cICP") is { Length: 4 } codes)
            return OfCodes(codes[0], codes[1]);
        if (png.Chunks.Any(chunk => chunk.Type is "iCCP" or "sRGB"))
            return null;
        var exponent = png.Read("gAMA") is { Length: 4 } gamma ? PngScale / BinaryPrimitives.ReadUInt32BigEndian(gamma) : ScreenGamma;
        var space = png.Read("cHRM") is { Length: 32 } points ? OfPoints(points) : Chromaticities.Srgb;
        return exponent is not (> 0.1 and < 10) ? null
            : Math.Abs(exponent - ScreenGamma) > GammaTolerance * ScreenGamma ? new(space, Transfer.Gamma, exponent)
            : space == Chromaticities.Srgb ? null : new(space, Transfer.Srgb);
    }

    private static Chromaticities OfPoints(byte[] points)
    {
        var n = Enumerable.Range(0, 8).Select(i => BinaryPrimitives.ReadUInt32BigEndian(points.AsSpan(i * 4)) / PngScale).ToArray();
        var space = new Chromaticities(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
        return space.IsSpace ? space : Chromaticities.Srgb;
    }
}
