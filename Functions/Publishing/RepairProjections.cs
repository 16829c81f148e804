using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using News.Functions.Storage.Articles;

namespace News.Functions.Publishing;

/// <summary>Finishes writes whose process ended in the middle.</summary>
public sealed partial class RepairProjections(Repair repair, ILogger<RepairProjections> logger)
{
    [Function(nameof(RepairProjections))]
    public async Task Run([TimerTrigger("%Repair:Schedule%")] TimerInfo timer, CancellationToken ct)
    {
        var repaired = await repair.Run(Repair.MinimumAge, ct);
        if (repaired > 0)
            LogRepaired(repaired);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Finished {Count} writes that were left in the middle")]
    private partial void LogRepaired(int count);
}
