namespace News.Bench.Load;

/// <summary>What ours is to reach, as a ratio to another server in the same rounds.</summary>
/// <param name="Against">The other's name.</param>
public sealed record Goal(string Against, Measure Measure, double Limit)
{
    /// <summary>Whether a ratio is good enough.</summary>
    public bool IsMet(double ratio) => Measure == Measure.Rate ? ratio >= Limit : ratio <= Limit;
}
