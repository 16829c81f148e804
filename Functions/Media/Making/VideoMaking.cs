using News.Functions.Media.Processing;
using News.Functions.Media.Videos;
using News.Functions.Storage.Media;

namespace News.Functions.Media.Making;

/// <summary>A video becomes an asset: files first, then the original, the document that makes it visible last.</summary>
public sealed class VideoMaking(VideoPipeline pipeline, AssetFiles files, AssetStore assets)
{
    // Shares of the whole, by the clock: reading the upload comes before, removing it after.
    private const double Made = 0.85;
    private const double Put = 0.98;

    /// <param name="damaged">The asset where it is there but not all its files are; its place and its words are kept.</param>
    /// <exception cref="MediaRejectedException">It can never be made.</exception>
    public async Task Make(string id, HeldUpload upload, WorkFolder folder, StoredAsset? damaged, UploadProgress progress, CancellationToken ct)
    {
        const double Read = UploadProgress.Read;
        var made = await pipeline.Make(folder.Original, folder.Made, folder.Stills, share => progress.At(Read + ((Made - Read) * share), ct), ct);
        var (poster, video) = (made.Poster with { Id = id }, made.Video);
        var asset = damaged is null ? upload.ToAsset(poster) with { Video = video } : damaged.Asset with { Picture = poster, Video = video, Focuses = [] };
        await files.Put(asset, folder.Made, share => progress.At(Made + ((Put - Made) * share), ct), ct);
        await files.PutPoster(id, made.PosterFile, ct);
        await files.KeepOriginal(id, upload, ct);
        await assets.Add(asset, damaged?.ETag, ct);
    }
}
