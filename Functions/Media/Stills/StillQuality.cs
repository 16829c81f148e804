using NetVips;

namespace News.Functions.Media.Stills;

/// <summary>How well a frame would stand for a video.</summary>
public static class StillQuality
{
    /// <summary>Darker or flatter than this there is nothing to see.</summary>
    private const double Dark = 24;
    private const double Flat = 6;

    /// <summary>Of what would be nothing to see, this much counts.</summary>
    private const double LastResort = 1e-3;

    /// <summary>The higher the better: how much edges stand out, where there is light and contrast.</summary>
    public static double Of(string path)
    {
        using var picture = Image.Pngload(path);
        using var grey = picture.Colourspace(Enums.Interpretation.Bw);
        using var laplacian = Image.NewFromArray(new double[,] { { 0, 1, 0 }, { 1, -4, 1 }, { 0, 1, 0 } });
        using var edges = grey.Conv(laplacian, precision: Enums.Precision.Float);
        var (light, contrast) = (grey.Avg(), grey.Deviate());
        return (edges.Deviate() + contrast) * (light < Dark || contrast < Flat ? LastResort : 1);
    }
}
