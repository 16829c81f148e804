using Xunit;

namespace News.Functions.Tests.Media.Making;

/// <summary>How far two colours look apart (CIE 1976, ΔE; of sRGB from 0 to 255).</summary>
public static class Lab
{
    public static double Distance(double[] one, double[] other)
    {
        var (a, b) = (Of(one), Of(other));
        return Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
    }

    public static void AssertClose(double[] expected, double[] actual, double most = 3) => Assert.True(
        Distance(expected, actual) <= most, $"({string.Join(", ", actual.Select(n => $"{n:0}"))}) is {Distance(expected, actual):0.0} from ({string.Join(", ", expected)})");

    private static double[] Of(double[] color)
    {
        var c = color.Take(3).Select(n => n / 255).Select(n => n <= 0.04045 ? n / 12.92 : Math.Pow((n + 0.055) / 1.055, 2.4)).ToArray();
        var x = F(((0.4124 * c[0]) + (0.3576 * c[1]) + (0.1805 * c[2])) / 0.9505);
        var y = F((0.2126 * c[0]) + (0.7152 * c[1]) + (0.0722 * c[2]));
        var z = F(((0.0193 * c[0]) + (0.1192 * c[1]) + (0.9505 * c[2])) / 1.089);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16 / 116.0);
}
