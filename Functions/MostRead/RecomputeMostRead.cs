using Microsoft.Azure.Functions.Worker;
using News.Functions.MostRead.Counting;

namespace News.Functions.MostRead;

/// <summary>Counts the views that came since its last run and makes the lists of the most read.</summary>
public sealed class RecomputeMostRead(Recount recount)
{
    [Function(nameof(RecomputeMostRead))]
    public Task Run([TimerTrigger("%MostRead:Schedule%")] TimerInfo timer, CancellationToken ct) => recount.Run(ct);
}
