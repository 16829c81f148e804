namespace News.Bench.Report;

/// <summary>The middle one, which a single disturbed round does not move.</summary>
public static class Median
{
    /// <summary>Of at least one number.</summary>
    public static double Of(IEnumerable<double> numbers)
    {
        List<double> sorted = [.. numbers.Order()];
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
