namespace News.Bench.Load;

/// <summary>What is compared.</summary>
public enum Measure
{
    /// <summary>Requests a second: more is better.</summary>
    Rate,

    /// <summary>Processor time of the server for a request: less is better.</summary>
    Cpu,

    /// <summary>The latency that 99 of 100 requests stay under: less is better.</summary>
    P99,
}
