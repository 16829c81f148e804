namespace News.Functions.Media.Color;

/// <summary>From a file's 16-bit numbers to light, where 1 is paper white, and from light to sRGB's 8-bit numbers.</summary>
public sealed class LinearLight
{
    private const int Levels = 65_536;
    private const double HlgPeak = 1_000;
    private const double HlgSystemGamma = 1.2;

    private static readonly byte[] _toSrgb = [.. Enumerable.Range(0, Levels).Select(i => (byte)Math.Round(255 * EncodeSrgb(i / (Levels - 1.0))))];
    private readonly float[] _light;
    private readonly bool _hlg;

    public LinearLight(ColorDescription color)
    {
        _hlg = color.Transfer == Transfer.Hlg;
        _light = [.. Enumerable.Range(0, Levels).Select(i => (float)Decode(color, i / (Levels - 1.0)))];
    }

    /// <summary>sRGB's number for this light, from 0 to 255.</summary>
    public static byte ToSrgb(double light) => _toSrgb[(int)Math.Round(Math.Clamp(light, 0, 1) * (Levels - 1))];

    /// <summary>The light of one pixel's three numbers.</summary>
    public (double R, double G, double B) Of(ushort r, ushort g, ushort b)
    {
        double red = _light[r], green = _light[g], blue = _light[b];
        if (!_hlg)
            return (red, green, blue);
        // Hybrid log-gamma holds the light of the scene; a display shows it with more contrast (BT.2100, table 5).
        var luminance = (0.2627 * red) + (0.6780 * green) + (0.0593 * blue);
        var gain = luminance <= 0 ? 0 : Math.Pow(luminance, HlgSystemGamma - 1) * HlgPeak / ToneCurve.White;
        return (red * gain, green * gain, blue * gain);
    }

    private static double Decode(ColorDescription color, double number) => color.Transfer switch
    {
        Transfer.Gamma => Math.Pow(number, color.Gamma),
        Transfer.Pq => PerceptualQuantizer.Decode(number) / ToneCurve.White,
        Transfer.Hlg => DecodeHlg(number),
        Transfer.Srgb => number <= 0.04045 ? number / 12.92 : Math.Pow((number + 0.055) / 1.055, 2.4),
    };

    /// <summary>BT.2100, table 5.</summary>
    private static double DecodeHlg(double number) =>
        number <= 0.5 ? number * number / 3 : (Math.Exp((number - 0.55991073) / 0.17883277) + 0.28466892) / 12;

    private static double EncodeSrgb(double light) => light <= 0.0031308 ? 12.92 * light : (1.055 * Math.Pow(light, 1 / 2.4)) - 0.055;
}
