using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Media.Processing;
using News.Functions.Storage.Blobs;

namespace News.Functions.Media.Uploads;

/// <summary>
/// Makes of each file dropped into the container everything a page needs. What it throws the host tries again a few times; what is
/// still there after that, SweepUploads takes.
/// </summary>
public sealed class ProcessUpload(UploadProcessing processing)
{
    [Function(nameof(ProcessUpload))]
    public Task Run(
        [BlobTrigger(BlobContainers.Uploads + "/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob, CancellationToken ct) =>
        processing.Run(blob, ct);
}
