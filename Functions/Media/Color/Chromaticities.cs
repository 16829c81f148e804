namespace News.Functions.Media.Color;

/// <summary>The primaries and the white of a colour space, as CIE 1931 x and y.</summary>
public sealed record Chromaticities(
    double WhiteX, double WhiteY, double RedX, double RedY, double GreenX, double GreenY, double BlueX, double BlueY)
{
    public static readonly Chromaticities Srgb = new(0.3127, 0.3290, 0.640, 0.330, 0.300, 0.600, 0.150, 0.060);
    public static readonly Chromaticities P3 = new(0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060);
    public static readonly Chromaticities Rec2020 = new(0.3127, 0.3290, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046);

    private const double LeastArea = 0.001;

    /// <summary>Cone responses after Bradford, for adapting one white to another.</summary>
    private static readonly Matrix3 _bradford = new(0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296);

    /// <summary>Whether there is a colour that these make.</summary>
    public bool IsSpace => WhiteY > 0 && RedY > 0 && GreenY > 0 && BlueY > 0
        && Math.Abs(((RedX - BlueX) * (GreenY - BlueY)) - ((GreenX - BlueX) * (RedY - BlueY))) > LeastArea;

    /// <summary>From this space's linear light to sRGB's; a picture's white stays white.</summary>
    /// <exception cref="ArgumentException">The four points span no space.</exception>
    public Matrix3 ToSrgb() => Srgb.ToXyz().Inverse() * Adaptation(White, Srgb.White) * ToXyz();

    private double[] White => Xyz(WhiteX, WhiteY);

    /// <summary>Primaries scaled so that together they make white (Lindbloom, RGB/XYZ matrices).</summary>
    private Matrix3 ToXyz()
    {
        var primaries = Matrix3.OfColumns(Xyz(RedX, RedY), Xyz(GreenX, GreenY), Xyz(BlueX, BlueY));
        return primaries * Matrix3.Diagonal(primaries.Inverse() * White);
    }

    private static Matrix3 Adaptation(double[] from, double[] to)
    {
        var (before, after) = (_bradford * from, _bradford * to);
        return _bradford.Inverse() * Matrix3.Diagonal([after[0] / before[0], after[1] / before[1], after[2] / before[2]]) * _bradford;
    }

    private static double[] Xyz(double x, double y) => y == 0 ? throw new ArgumentException("No colour has y = 0.") : [x / y, 1, (1 - x - y) / y];
}
