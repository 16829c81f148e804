using System.Collections.Concurrent;
using System.Threading.Channels;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using News.Functions.Storage.Blobs;

namespace News.Functions.LocalHost.Blobs;

/// <summary>Finds in one container what its function has not had yet: new blobs, and those written over or given other metadata.</summary>
/// <param name="alone">Whether nobody but this process works on the container, so that leases found at the start are a dead process's.</param>
internal sealed class BlobWatch(BlobContainerClient container, BlobReceipts receipts, bool alone)
{
    private readonly Channel<(string Blob, string ETag)> _found = Channel.CreateUnbounded<(string, string)>();
    private readonly ConcurrentDictionary<string, bool> _given = new(StringComparer.Ordinal);
    private bool _looked;

    /// <summary>What was found, each once until it is <see cref="Done"/>.</summary>
    public IAsyncEnumerable<(string Blob, string ETag)> Found(CancellationToken ct) => _found.Reader.ReadAllAsync(ct);

    /// <summary>Looks through the container once.</summary>
    /// <exception cref="RequestFailedException">The account did not answer.</exception>
    public async Task Look(CancellationToken ct)
    {
        var blobs = new List<BlobItem>();
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: ct))
            blobs.Add(blob);
        foreach (var blob in blobs.Where(blob => !_given.ContainsKey(blob.Name)))
            await Consider(blob, ct);
        receipts.Keep(blobs.Select(blob => blob.Name).ToHashSet(StringComparer.Ordinal));
        _looked = true;
    }

    /// <summary>The function has had this version; its receipt is kept unless the function was interrupted.</summary>
    public void Done(string blob, string etag, bool interrupted)
    {
        if (!interrupted)
            receipts.Add(blob, etag);
        _given.TryRemove(blob, out _);
    }

    /// <summary>A leased blob is being worked on; it is looked at again when that has ended.</summary>
    private async Task Consider(BlobItem blob, CancellationToken ct)
    {
        var etag = blob.Properties.ETag?.ToString() ?? "";
        if (blob.Properties.LeaseState is LeaseState.Leased or LeaseState.Breaking)
            await FreeFromTheDead(blob.Name, ct);
        else if (!receipts.Has(blob.Name, etag) && _given.TryAdd(blob.Name, true))
            _found.Writer.TryWrite((blob.Name, etag));
    }

    private async Task FreeFromTheDead(string blob, CancellationToken ct)
    {
        if (_looked || !alone)
            return;
        try
        {
            await container.GetBlobClient(blob).GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: ct);
        }
        catch (RequestFailedException fault) when (!BlobFaults.IsPassing(fault))
        {
            // It has run out, or the blob is gone.
        }
    }
}
