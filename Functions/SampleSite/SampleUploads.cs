using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using News.Domain.Blocks;
using News.Domain.Media;
using News.Domain.Media.Uploads;
using News.Functions.SampleSite.Pictures;
using News.Functions.SampleSite.Videos;
using News.Functions.Storage.Blobs;
using News.Functions.Storage.Media;

namespace News.Functions.SampleSite;

/// <summary>Draws the sample site's pictures, shoots its videos and drops them where editors do; the blob function makes assets of them.</summary>
public sealed class SampleUploads(BlobAccount account, AssetStore assets, UploadStatuses statuses, TimeProvider time)
{
    private const int Exists = 409;
    private const int Changed = 412;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Draws a picture, drops it unless that has been done, and waits until it is an asset.</summary>
    /// <returns>How articles refer to it; null when it was rejected.</returns>
    public Task<PictureRef?> Add(SamplePicture picture, CancellationToken ct) => Add($"sample/{picture.Name}.jpg", picture.Draw(), ct);

    /// <summary>The same for a video and, beside it, its captions.</summary>
    /// <returns>Null also where there is nothing to make it with.</returns>
    public async Task<PictureRef?> Add(SampleVideo video, CancellationToken ct)
    {
        if (await SampleShoot.Shoot(video, ct) is not { } content || await Add($"sample/{video.Name}.mp4", content, ct) is not { } added)
            return null;
        if (await assets.Read(added.Asset, ct) is { Asset.Video.Captions.Count: 0 })
            await Put($"sample/{video.Name}.vi.vtt", video.Captions(), ct);
        return added;
    }

    private async Task<PictureRef?> Add(string name, byte[] content, CancellationToken ct)
    {
        var reference = new PictureRef(AssetId.Of(SHA256.HashData(content)));
        if (await assets.Read(reference.Asset, ct) is null)
            await Put(name, content, ct);
        while (await assets.Read(reference.Asset, ct) is null)
        {
            if (await statuses.Read(UploadStatus.IdOf(name), ct) is { State: UploadState.Rejected })
                return null;
            await Task.Delay(_pause, time, ct);
        }

        return reference;
    }

    private async Task Put(string name, byte[] content, CancellationToken ct)
    {
        try
        {
            await account.Uploads.GetBlobClient(name).UploadAsync(
                BinaryData.FromBytes(content), new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } }, ct);
        }
        catch (RequestFailedException fault) when (fault.Status is Exists or Changed)
        {
            // It waits there from an earlier start.
        }
    }
}
