using News.Functions.Media.Captions;
using News.Functions.Media.Processing;
using News.Functions.Storage.Media;

namespace News.Functions.Media.Making;

/// <summary>A picture or video becomes an asset, unless it is one already.</summary>
public sealed class AssetMaking(
    AssetStore assets, AssetFiles files, AssetRemoval removal, PictureMaking pictures, VideoMaking videos, CaptionMaking captions)
{
    /// <summary>Makes the asset that this content is.</summary>
    /// <exception cref="MediaRejectedException">It can never be made.</exception>
    public async Task Make(string id, MediaKind kind, HeldUpload upload, WorkFolder folder, UploadProgress progress, CancellationToken ct)
    {
        var there = await assets.Read(id, ct);
        if (there is { Asset.Deleting: true })
        {
            await removal.Resume(there, ct);
            there = await assets.Read(id, ct);
        }

        if (there is null || !await files.AreAll(there.Asset, ct))
            await (kind == MediaKind.Video ? videos.Make(id, upload, folder, there, progress, ct) : pictures.Make(id, upload, folder, there, progress, ct));
        if (kind == MediaKind.Video)
            await captions.Join(id, upload.Name, ct);
    }
}
