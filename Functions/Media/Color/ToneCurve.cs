namespace News.Functions.Media.Color;

/// <summary>
/// Brings light brighter than paper white down to it, leaving shadows and middle tones as they are (the EETF of ITU-R BT.2390,
/// section 5.4.1, without its black lift). Light is relative: 1 is paper white, which is 203 cd/m² (BT.2408).
/// </summary>
/// <param name="peak">The brightest light there is.</param>
public sealed class ToneCurve(double peak)
{
    /// <summary>Paper white in cd/m².</summary>
    public const double White = 203;

    private readonly double _source = PerceptualQuantizer.Encode(peak * White);
    private readonly double _top = PerceptualQuantizer.Encode(White) / PerceptualQuantizer.Encode(peak * White);

    private double Knee => (1.5 * _top) - 0.5;

    /// <summary>The light to show, at most 1.</summary>
    public double Map(double light)
    {
        if (peak <= 1)
            return light;
        var number = Math.Min(PerceptualQuantizer.Encode(light * White) / _source, 1);
        return number <= Knee ? light : PerceptualQuantizer.Decode(Bend((number - Knee) / (1 - Knee)) * _source) / White;
    }

    /// <summary>A Hermite spline from the knee, where it goes on straight, to the top, where it lies flat.</summary>
    private double Bend(double t)
    {
        double t2 = t * t, t3 = t2 * t;
        return (((2 * t3) - (3 * t2) + 1) * Knee) + ((t3 - (2 * t2) + t) * (1 - Knee)) + (((-2 * t3) + (3 * t2)) * _top);
    }
}
