using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker;

namespace News.Functions.Tests.LocalHost.Blobs;

/// <summary>Blob functions that note what they were run for.</summary>
internal static class BlobToys
{
    public const string Container = "toys";

    internal sealed class Noting(Visits visits)
    {
        [Function(nameof(Noting))]
        public async Task Run([BlobTrigger(Container + "/{name}")] BlobClient blob, string name, CancellationToken ct)
        {
            BlobDownloadResult content = await blob.DownloadContentAsync(ct);
            visits.Add($"{name}: {content.Content}");
        }
    }

    internal sealed class Failing(Visits visits)
    {
        [Function(nameof(Failing))]
        public void Run([BlobTrigger(Container + "/{name}")] BlobClient blob)
        {
            visits.Add(blob.Name);
            throw new InvalidOperationException("toy");
        }
    }

    /// <summary>Each run lasts until the gate lets it go.</summary>
    internal sealed class Slow(Visits visits, SemaphoreSlim gate)
    {
        [Function(nameof(Slow))]
        public async Task Run([BlobTrigger(Container + "/{name}")] BlobClient blob, CancellationToken ct)
        {
            visits.Add(blob.Name);
            await gate.WaitAsync(ct);
        }
    }
}
