using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using News.Domain.Articles;
using News.Domain.Media;
using News.Domain.Media.Uploads;
using News.Functions.Storage.Blobs;

namespace News.Functions.Media.Processing;

/// <summary>
/// An upload while it is worked on: a renewed lease keeps everyone else from it, and whatever is done with it is done only to the
/// version that was seen first.
/// </summary>
public sealed class HeldUpload : IAsyncDisposable
{
    private const int Gone = 404;
    private const int Taken = 409;
    private const int Changed = 412;
    private const int CopyBuffer = 128 * 1024;
    private static readonly TimeSpan _lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _renewal = TimeSpan.FromSeconds(20);

    private readonly BlobClient _blob;
    private readonly BlobProperties _properties;
    private readonly BlobLeaseClient _holder;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _renewing;
    private bool _deleted;

    private HeldUpload(BlobClient blob, BlobProperties properties, BlobLeaseClient holder, TimeProvider time)
    {
        (_blob, _properties, _holder, _time) = (blob, properties, holder, time);
        _renewing = Renew();
    }

    public string Name => _blob.Name;

    public string Id => UploadStatus.IdOf(_blob.Name);

    /// <summary>Whether somebody asked for an address before.</summary>
    public bool IsAnnounced => UploadStatus.IsAnnounced(_blob.Name);

    /// <summary>What the file was called, without the folders it was put in.</summary>
    public string FileName => _blob.Name[(_blob.Name.LastIndexOf('/') + 1)..];

    public long Length => _properties.ContentLength;

    public DateTimeOffset DroppedAt => Instant.Cut(_properties.LastModified);

    /// <summary>Tells this version of the file from all others.</summary>
    public string Version => VersionOf(_properties.ETag);

    /// <summary>Fires when somebody took the lease away; what is done must stop, for another may do it now.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>The same version whether a list or the file itself told it: lists leave the quotes out.</summary>
    public static string VersionOf(ETag etag) => etag.ToString().Trim('"');

    /// <summary>Takes hold of an upload; null when it is gone, somebody else has it, or it is being written over just now.</summary>
    public static async Task<HeldUpload?> Take(BlobClient blob, TimeProvider time, CancellationToken ct)
    {
        try
        {
            var properties = (await blob.GetPropertiesAsync(cancellationToken: ct)).Value;
            var holder = blob.GetBlobLeaseClient();
            await holder.AcquireAsync(_lease, new RequestConditions { IfMatch = properties.ETag }, ct);
            return new(blob, properties, holder, time);
        }
        catch (RequestFailedException fault) when (fault.Status is Gone or Taken or Changed)
        {
            return null;
        }
    }

    /// <summary>The beginning of the file.</summary>
    /// <param name="most">Bytes.</param>
    /// <exception cref="UploadChangedException">It is not the version first seen any more.</exception>
    public async Task<byte[]> Peek(int most, CancellationToken ct)
    {
        // Of an empty file no part can be asked for.
        if (Length == 0)
            return [];
        try
        {
            var options = new BlobDownloadOptions { Conditions = new() { IfMatch = _properties.ETag }, Range = new(0, most) };
            return (await _blob.DownloadContentAsync(options, ct)).Value.Content.ToArray();
        }
        catch (RequestFailedException fault) when (fault.Status is Gone or Changed)
        {
            throw new UploadChangedException();
        }
    }

    /// <summary>What it becomes, for the first time.</summary>
    /// <param name="picture">Made of it; of a video its poster.</param>
    public MediaAsset ToAsset(PictureAsset picture) => new()
    {
        Id = picture.Id,
        CreatedAt = DroppedAt,
        FileName = FileName,
        Bytes = Length,
        Text = picture.Text,
        Picture = picture,
    };

    /// <summary>Copies the file to this machine.</summary>
    /// <param name="progress">Told the share that is here, 0 to 1.</param>
    /// <returns>The SHA-256 of its content.</returns>
    /// <exception cref="UploadChangedException">It is not the version first seen any more.</exception>
    public async Task<byte[]> Download(string path, Func<double, Task> progress, CancellationToken ct)
    {
        using var step = Spans.Start("media.download");
        try
        {
            var options = new BlobDownloadOptions { Conditions = new() { IfMatch = _properties.ETag } };
            using var answer = (await _blob.DownloadStreamingAsync(options, ct)).Value;
            await using var file = File.Create(path);
            return await Copy(answer.Content, file, read => progress(read / (double)Length), ct);
        }
        catch (RequestFailedException fault) when (fault.Status is Gone or Changed)
        {
            throw new UploadChangedException();
        }
    }

    /// <summary>Copies the file, as it was first seen, to another blob of the account.</summary>
    /// <exception cref="UploadChangedException">It is not the version first seen any more.</exception>
    public async Task CopyTo(BlobClient target, IDictionary<string, string> metadata, CancellationToken ct)
    {
        try
        {
            var options = new BlobCopyFromUriOptions { Metadata = metadata, SourceConditions = new() { IfMatch = _properties.ETag } };
            var copying = await target.StartCopyFromUriAsync(_blob.Uri, options, ct);
            await copying.WaitForCompletionAsync(ct);
        }
        catch (RequestFailedException fault) when (fault.Status is Gone or Changed)
        {
            throw new UploadChangedException();
        }
    }

    /// <summary>Removes the file, unless it is another than the one that was seen first.</summary>
    public async Task Delete(CancellationToken ct)
    {
        try
        {
            var conditions = new BlobRequestConditions { IfMatch = _properties.ETag, LeaseId = _holder.LeaseId };
            await _blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, conditions, ct);
            _deleted = true;
        }
        catch (RequestFailedException fault) when (fault.Status is Taken or Changed)
        {
            // It was written over: the new file is an upload of its own.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _renewing;
        if (!_deleted)
            await Release();
        _ended.Dispose();
        _lost.Dispose();
    }

    private static async Task<byte[]> Copy(Stream from, Stream to, Func<long, Task> progress, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[CopyBuffer];
        var all = 0L;
        for (int read; (read = await from.ReadAsync(buffer, ct)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
            await progress(all += read);
        }

        return hash.GetHashAndReset();
    }

    private async Task Renew()
    {
        try
        {
            while (true)
            {
                await Task.Delay(_renewal, _time, _ended.Token);
                await TryRenew();
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody needs it any more.
        }
        catch (RequestFailedException)
        {
            await _lost.CancelAsync();
        }
    }

    /// <summary>A lease that could not be renewed for a while can still be, unless somebody has taken the blob meanwhile.</summary>
    private async Task TryRenew()
    {
        try
        {
            await _holder.RenewAsync(cancellationToken: _ended.Token);
        }
        catch (Exception fault) when (BlobFaults.IsPassing(fault))
        {
            // The next renewal comes well within the lease's time.
        }
    }

    private async Task Release()
    {
        try
        {
            await _holder.ReleaseAsync();
        }
        catch (Exception fault) when (fault is RequestFailedException or AggregateException)
        {
            // It runs out by itself.
        }
    }
}
