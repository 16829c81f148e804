namespace News.Bench.Report;

/// <summary>A server's memory after its rounds, in megabytes.</summary>
public sealed record ServerMemory(string Server, double Resident, double Peak)
{
    private const double Megabyte = 1_000_000;

    /// <summary>Of bytes.</summary>
    public static ServerMemory Of(string server, Servers.Usage usage) =>
        new(server, usage.ResidentBytes / Megabyte, usage.PeakBytes / Megabyte);
}
