namespace News.Bench.Load;

/// <summary>What the script prints when wrk is done; latencies in microseconds.</summary>
public sealed record WrkResult(long Requests, long Microseconds, long Bytes, long Errors, long P50, long P99);
