using System.Text.Json;
using News.Domain.Media.Uploads;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage.Media;

/// <summary>What is known of uploads. Nothing is decided by it but how often the sweep has tried, so the last writer is right.</summary>
public sealed class UploadStatuses(IDocumentStore store, Patience patience)
{
    /// <summary>The status of an upload; null where it is not known, or not any more.</summary>
    public async ValueTask<UploadStatus?> Read(string uploadId, CancellationToken ct) =>
        await store.Read(UploadStatus.Partition(uploadId), UploadStatus.DocumentId, ct) is { } document
            ? JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.UploadStatus)
            : null;

    public async Task Write(string uploadId, UploadStatus status, CancellationToken ct)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(status, NewsJson.Wire.UploadStatus);
        var put = Change.Put(UploadStatus.DocumentId, body, timeToLive: UploadStatus.KeptFor);
        await patience.Try(() => store.Commit(UploadStatus.Partition(uploadId), [put], ct), ct);
    }
}
