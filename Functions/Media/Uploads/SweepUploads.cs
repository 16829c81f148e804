using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using News.Domain.Media.Uploads;
using News.Functions.Media.Processing;
using News.Functions.Storage.Blobs;
using News.Functions.Storage.Media;

namespace News.Functions.Media.Uploads;

/// <summary>Takes up the files that events missed or gave up: the container is the list of what is to be done. After five rounds they are rejected.</summary>
public sealed partial class SweepUploads(
    BlobAccount account, UploadStatuses statuses, UploadProcessing processing, TimeProvider time, ILogger<SweepUploads> logger)
{
    private static readonly TimeSpan _untouchedFor = TimeSpan.FromMinutes(UploadLimits.UntouchedMinutes);

    [Function(nameof(SweepUploads))]
    public async Task Run([TimerTrigger("%Uploads:Schedule%")] TimerInfo timer, CancellationToken ct)
    {
        if (!account.IsNamed)
            return;
        var free = await account.Uploads.GetBlobsAsync(cancellationToken: ct)
            .Where(blob => blob.Properties.LeaseState is not (LeaseState.Leased or LeaseState.Breaking)).ToListAsync(ct);
        // The long work last.
        foreach (var blob in free.OrderBy(blob => blob.Properties.ContentLength))
            await Consider(blob, ct);
    }

    private async Task Consider(BlobItem blob, CancellationToken ct)
    {
        var (id, version) = (UploadStatus.IdOf(blob.Name), HeldUpload.VersionOf(blob.Properties.ETag!.Value));
        var status = await statuses.Read(id, ct);
        status = (status ?? UploadStatus.Waiting).Of(version);
        if (time.GetUtcNow() - (status.TriedAt ?? blob.Properties.LastModified) < _untouchedFor)
            return;
        await statuses.Write(id, status with { Rounds = status.Rounds + 1, TriedAt = time.GetUtcNow() }, ct);
        if (!await Try(blob.Name, status.Rounds, ct))
            await statuses.Write(id, status, ct);
    }

    /// <summary>One that fails must not keep the others waiting.</summary>
    /// <returns>False when it was not its turn, which is no round.</returns>
    private async Task<bool> Try(string name, int rounds, CancellationToken ct)
    {
        var blob = account.Uploads.GetBlobClient(name);
        try
        {
            if (rounds < UploadLimits.Rounds)
                return await processing.Run(blob, ct, patient: false);
            await processing.GiveUp(blob, "It could not be processed although it was tried many times. Try to save it anew, in another format.", ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            LogFailed(fault, name, rounds + 1, UploadLimits.Rounds);
        }

        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Name} could not be processed, round {Round} of {Rounds}")]
    private partial void LogFailed(Exception fault, string name, int round, int rounds);
}
