namespace News.Bench.Load;

/// <summary>What one run of wrk against one server gave.</summary>
/// <param name="Number">Which round; those of the same number are compared.</param>
/// <param name="Rate">Requests a second.</param>
/// <param name="Cpu">Microseconds of processor time the server spent on a request.</param>
/// <param name="P50">Median latency in milliseconds.</param>
/// <param name="P99">In milliseconds.</param>
/// <param name="Bytes">Received for a request, headers included.</param>
/// <param name="Errors">Requests without an answer, or with one of 400 and above.</param>
public sealed record Round(
    string Scenario, string Server, int Number, double Rate, double Cpu, double P50, double P99, double Bytes, long Errors)
{
    /// <summary>One of the measured values.</summary>
    public double this[Measure measure] => measure switch
    {
        Measure.Rate => Rate,
        Measure.Cpu => Cpu,
        Measure.P99 => P99,
    };
}
