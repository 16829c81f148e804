using Azure.Storage.Blobs;
using News.Domain.Media;
using News.Domain.Media.Uploads;
using News.Functions.Media.Decoding;
using News.Functions.Storage.Media;

namespace News.Functions.Media.Processing;

/// <summary>Takes one upload from where it was dropped to where it belongs. Done twice, at once or again after a crash, it is done once.</summary>
public sealed class UploadProcessing(
    AssetStore assets,
    AssetFiles files,
    AssetRemoval removal,
    PictureMaking pictures,
    CropMaking crops,
    Rejection rejection,
    UploadStatuses statuses,
    WorkFolders folders,
    PictureSettings settings,
    TimeProvider time)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Returns when nothing is left to do: it is an asset, or rejected, or not ours to work on.</summary>
    /// <remarks>What it throws may pass, and it is to be tried again.</remarks>
    public Task Run(BlobClient blob, CancellationToken ct) => Hold(blob, Process, ct);

    /// <summary>Rejects what has been tried too often.</summary>
    public Task GiveUp(BlobClient blob, string reason, CancellationToken ct) =>
        Hold(blob, (_, _, _) => throw new MediaRejectedException(reason), ct);

    private async Task Hold(BlobClient blob, Func<HeldUpload, WorkFolder, CancellationToken, Task> work, CancellationToken ct)
    {
        await using var upload = await HeldUpload.Take(blob, time, ct);
        if (upload is null)
            return;
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, upload.Lost);
        using var folder = folders.New();
        try
        {
            await work(upload, folder, both.Token);
        }
        catch (MediaRejectedException rejected)
        {
            await rejection.Reject(upload, rejected.Message, both.Token);
        }
        catch (UploadChangedException)
        {
            // The new file is an upload of its own.
        }
    }

    private async Task Process(HeldUpload upload, WorkFolder folder, CancellationToken ct)
    {
        var progress = new UploadProgress(statuses, upload);
        await progress.Begin(ct);
        CheckLength(upload.Length);
        var id = AssetId.Of(await upload.Download(folder.Original, ct));
        if (RequestIn(folder.Original, upload.Length) is { } request)
            await crops.Make(request, folder, progress, ct);
        else
            await MakeAsset(id, upload, folder, progress, ct);
        await progress.Ready(RequestIn(folder.Original, upload.Length)?.Asset ?? id, ct);
        await upload.Delete(ct);
    }

    private async Task MakeAsset(string id, HeldUpload upload, WorkFolder folder, UploadProgress progress, CancellationToken ct)
    {
        var there = await assets.Read(id, ct);
        if (there is { Asset.Deleting: true })
        {
            await removal.Resume(there, ct);
            there = await assets.Read(id, ct);
        }

        if (there is not null && await files.AreAll(there.Asset, ct))
            return;
        var format = MediaSignature.Identify(folder.Original);
        if (MediaSignature.KindOf(format) != MediaKind.Picture)
            throw new MediaRejectedException(RefusedFormats.Reason(format));
        await pictures.Make(id, upload, folder, there, progress, ct);
    }

    /// <summary>Before it is copied here.</summary>
    private void CheckLength(long length)
    {
        if (length > settings.Bytes)
            throw new MediaRejectedException($"The file has {(length + Megabyte - 1) / Megabyte} MB; at most {settings.Bytes / Megabyte} MB are taken.");
    }

    private static CropRequest? RequestIn(string path, long length) => length <= CropRequest.MostBytes ? CropRequest.Read(File.ReadAllText(path)) : null;
}
