namespace News.Domain.MostRead.Sketches;

/// <summary>
/// How many distinct marks a sketch has seen: the improved raw estimator of Otmar Ertl, "New cardinality estimation algorithms for
/// HyperLogLog sketches", arXiv:1702.01284 (2017), algorithm 6 with the series σ and τ of algorithms 5 and 6. It needs no tables and
/// no switch between ranges, and its relative standard error is 1.04 / √m or less.
/// </summary>
public static class CardinalityEstimator
{
    // α∞ = 1 / (2 ln 2), section 2.5 of the paper.
    private static readonly double _alpha = 1 / (2 * Math.Log(2));

    /// <summary>The estimate.</summary>
    /// <param name="histogram">How many registers have the value 0, 1, …, q + 1, where q is the number of bits behind the register's index.</param>
    public static double Estimate(ReadOnlySpan<int> histogram)
    {
        var registers = 0;
        foreach (var count in histogram)
            registers += count;
        double m = registers;
        var z = m * Tau(1 - (histogram[^1] / m));
        for (var k = histogram.Length - 2; k >= 1; k--)
            z = 0.5 * (z + histogram[k]);
        z += m * Sigma(histogram[0] / m);
        return _alpha * m * m / z;
    }

    /// <summary>σ(x) = x + Σ x^(2^k) 2^(k−1), for the registers that saw nothing.</summary>
    private static double Sigma(double x)
    {
        if (x == 1)
            return double.PositiveInfinity;
        var (y, z, before) = (1.0, x, double.NaN);
        while (z != before)
        {
            x *= x;
            before = z;
            z += x * y;
            y += y;
        }

        return z;
    }

    /// <summary>τ(x) = (1 − x − Σ (1 − x^(2^−k))² 2^(−k)) / 3, for the registers that are full.</summary>
    private static double Tau(double x)
    {
        if (x is 0 or 1)
            return 0;
        var (y, z, before) = (1.0, 1 - x, double.NaN);
        while (z != before)
        {
            x = Math.Sqrt(x);
            before = z;
            y *= 0.5;
            z -= (1 - x) * (1 - x) * y;
        }

        return z / 3;
    }
}
