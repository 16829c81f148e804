using System.Globalization;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace News.Functions.Tests.LocalHost;

/// <summary>Timer functions that note when they ran, and a blob function for discovery to meet.</summary>
internal static class TimerToys
{
    internal sealed class Tick(Visits visits, TimeProvider time)
    {
        [Function(nameof(Tick))]
        public void Run([TimerTrigger("%Toys:Schedule%")] TimerInfo info) =>
            visits.Add($"{Clock(time.GetUtcNow().UtcDateTime)} next {Clock(info.ScheduleStatus!.Next)}");

        private static string Clock(DateTime moment) => moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>Each run lasts until the gate lets it go.</summary>
    internal sealed class Slow(Visits visits, SemaphoreSlim gate)
    {
        [Function(nameof(Slow))]
        public async Task Run([TimerTrigger("* * * * * *")] TimerInfo info, CancellationToken ct)
        {
            visits.Add("start");
            await gate.WaitAsync(ct);
            visits.Add("end");
        }
    }

    internal sealed class Failing(Visits visits)
    {
        [Function(nameof(Failing))]
        public void Run([TimerTrigger("0 * * * * *", RunOnStartup = true)] TimerInfo info)
        {
            visits.Add("ran");
            throw new InvalidOperationException("toy");
        }
    }

    internal sealed class Blob
    {
        [Function(nameof(Blob))]
        public void Run([BlobTrigger("toys/{name}")] BlobClient blob, string name) => _ = (blob, name);
    }
}
