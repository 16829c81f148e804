namespace News.Functions.Media.Color;

/// <summary>Light in cd/m² as the numbers of SMPTE ST 2084, which are spaced as the eye tells light apart.</summary>
public static class PerceptualQuantizer
{
    private const double Peak = 10_000;
    private const double M1 = 2610 / 16384.0;
    private const double M2 = 2523 / 4096.0 * 128;
    private const double C1 = 3424 / 4096.0;
    private const double C2 = 2413 / 4096.0 * 32;
    private const double C3 = 2392 / 4096.0 * 32;

    /// <summary>From 0 to 1 to cd/m².</summary>
    public static double Decode(double number)
    {
        var power = Math.Pow(number, 1 / M2);
        return Peak * Math.Pow(Math.Max(power - C1, 0) / (C2 - (C3 * power)), 1 / M1);
    }

    /// <summary>From cd/m² to 0 to 1.</summary>
    public static double Encode(double light)
    {
        var power = Math.Pow(Math.Max(light, 0) / Peak, M1);
        return Math.Pow((C1 + (C2 * power)) / (1 + (C3 * power)), M2);
    }
}
