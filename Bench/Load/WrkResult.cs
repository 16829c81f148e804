namespace News.Bench.Load;

/// <summary>What the script prints when wrk is done; latencies in microseconds.</summary>
public sealed record WrkResult(long Requests, long Microseconds, long Bytes, long Errors, long P50, long P99)
{
    private const double Thousand = 1_000;

    /// <summary>As a round of a scenario.</summary>
    /// <param name="cpu">Processor time a request.</param>
    public Round In(string scenario, string server, int number, TimeSpan cpu) => new(
        scenario,
        server,
        number,
        Requests / TimeSpan.FromMicroseconds(Microseconds).TotalSeconds,
        cpu.TotalMicroseconds,
        P50 / Thousand,
        P99 / Thousand,
        (double)Bytes / Requests,
        Errors);
}
