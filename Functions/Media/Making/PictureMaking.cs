using News.Functions.Media.Pictures;
using News.Functions.Media.Processing;
using News.Functions.Storage.Media;

namespace News.Functions.Media.Making;

/// <summary>A picture becomes an asset: files first, then the original, the document that makes it visible last.</summary>
public sealed class PictureMaking(PicturePipeline pipeline, AssetFiles files, AssetStore assets)
{
    // Shares of the whole, by the clock: reading the upload comes before, removing it after.
    private const double Made = 0.75;
    private const double Put = 0.95;

    /// <param name="damaged">The asset where it is there but not all its files are; its place and its words are kept.</param>
    /// <exception cref="MediaRejectedException">It can never be made.</exception>
    public async Task Make(string id, HeldUpload upload, WorkFolder folder, StoredAsset? damaged, UploadProgress progress, CancellationToken ct)
    {
        await progress.At(UploadProgress.Read, ct);
        var picture = await pipeline.Make(folder.Original, folder.Made, null, ct) with { Id = id };
        await progress.At(Made, ct);
        var asset = damaged is null ? upload.ToAsset(picture) : damaged.Asset with { Picture = picture, Focuses = [] };
        await files.Put(asset, folder.Made, share => progress.At(Made + ((Put - Made) * share), ct), ct);
        await files.PutOriginal(id, folder.Original, upload.FileName, ct);
        await assets.Add(asset, damaged?.ETag, ct);
    }
}
