using Azure.Storage.Blobs;
using News.Domain.Media;
using News.Domain.Media.Uploads;
using News.Functions.Media.Captions;
using News.Functions.Media.Making;
using News.Functions.Media.Uploads;
using News.Functions.Media.Videos;
using News.Functions.Storage.Media;

namespace News.Functions.Media.Processing;

/// <summary>Takes one upload from where it was dropped to where it belongs. Done twice, at once or again after a crash, it is done once.</summary>
public sealed class UploadProcessing(
    AssetMaking making,
    CropMaking crops,
    CaptionMaking captions,
    Rejection rejection,
    UploadStatuses statuses,
    WorkFolders folders,
    UploadSizes sizes,
    VideoTurn turns,
    TimeProvider time)
{
    private const string WaitsForVideo = "The captions wait for the video of the same name in the same folder.";

    /// <summary>Goes on until nothing is left to do: it is an asset, or rejected, or not ours to work on.</summary>
    /// <param name="patient">False to leave a video rather than to wait for its turn.</param>
    /// <returns>False when it is a video whose turn has not come; it lies where it lay.</returns>
    /// <remarks>What it throws may pass, and it is to be tried again.</remarks>
    public Task<bool> Run(BlobClient blob, CancellationToken ct, bool patient = true) =>
        Hold(blob, (upload, folder, token) => Process(upload, folder, patient, token), ct);

    /// <summary>Rejects what has been tried too often.</summary>
    public Task GiveUp(BlobClient blob, string reason, CancellationToken ct) =>
        Hold(blob, (_, _, _) => throw new MediaRejectedException(reason), ct);

    private async Task<bool> Hold(BlobClient blob, Func<HeldUpload, WorkFolder, CancellationToken, Task<bool>> work, CancellationToken ct)
    {
        await using var upload = await HeldUpload.Take(blob, time, ct);
        if (upload is null)
            return true;
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, upload.Lost);
        using var folder = folders.New();
        try
        {
            return await work(upload, folder, both.Token);
        }
        catch (MediaRejectedException rejected)
        {
            await rejection.Reject(upload, rejected.Message, both.Token);
        }
        catch (UploadChangedException)
        {
            // The new file is an upload of its own.
        }

        return true;
    }

    private async Task<bool> Process(HeldUpload upload, WorkFolder folder, bool patient, CancellationToken ct)
    {
        var format = MediaSignature.Identify(await upload.Peek(MediaSignature.HeadLength, ct));
        var kind = MediaSignature.KindOf(format);
        // What is no medium can only be a few words that ask for crops.
        if (kind == MediaKind.Unknown && upload.Length > CropRequest.MostBytes)
            throw new MediaRejectedException(RefusedFormats.Reason(format));
        using var turn = kind == MediaKind.Video ? await turns.Take(patient, ct) : null;
        if (kind == MediaKind.Video && turn is null)
            return false;
        var progress = new UploadProgress(statuses, upload, time);
        var wanted = await progress.Begin(ct);
        sizes.Check(kind, upload.Length);
        var id = AssetId.Of(await upload.Download(folder.Original, share => progress.At(UploadProgress.Read * share, ct), ct));
        await (kind switch
        {
            MediaKind.Captions => MakeCaptions(upload, wanted, folder, progress, ct),
            MediaKind.Unknown => MakeCrops(format, upload, folder, progress, ct),
            _ => MakeAsset(id, kind, upload, folder, progress, ct),
        });
        await upload.Delete(ct);
        return true;
    }

    private async Task MakeAsset(string id, MediaKind kind, HeldUpload upload, WorkFolder folder, UploadProgress progress, CancellationToken ct)
    {
        await making.Make(id, kind, upload, folder, progress, ct);
        await progress.Ready(id, ct);
    }

    private async Task MakeCaptions(HeldUpload upload, UploadStatus wanted, WorkFolder folder, UploadProgress progress, CancellationToken ct)
    {
        if (await captions.Make(upload, wanted, folder.Original, ct) is { } video)
            await progress.Ready(video, ct);
        else
            await progress.Wait(WaitsForVideo, ct);
    }

    private async Task MakeCrops(MediaFormat format, HeldUpload upload, WorkFolder folder, UploadProgress progress, CancellationToken ct)
    {
        if (CropRequest.Read(await File.ReadAllTextAsync(folder.Original, ct)) is not { } request)
            throw new MediaRejectedException(RefusedFormats.Reason(format));
        await crops.Make(request, folder, progress, ct);
        await progress.Ready(request.Asset, ct);
    }
}
