using News.Domain.Media;
using News.Domain.Media.Uploads;
using News.Functions.Media.Pictures;
using News.Functions.Media.Processing;
using News.Functions.Storage.Media;

namespace News.Functions.Media.Making;

/// <summary>Makes a picture's crops around another point of interest, then has the articles that asked for them show them.</summary>
public sealed class CropMaking(PicturePipeline pipeline, AssetFiles files, AssetStore assets, MediaUsers users)
{
    public async Task Make(CropRequest request, WorkFolder folder, UploadProgress progress, CancellationToken ct)
    {
        if (await assets.Read(request.Asset, ct) is not { Asset: { Deleting: false } asset } || asset.HasCrops(request.Focus))
            return;
        if (!await files.GetPicture(asset, folder.Original, ct))
            throw new MediaRejectedException($"The original of {asset.Id} is not there any more.");
        var cropped = await pipeline.Crop(asset.Picture, folder.Original, folder.Made, PictureFiles.Focus(request.Focus)!, ct);
        await files.Put(asset with { Picture = cropped }, folder.Made, share => progress.At(share, ct), ct);
        await users.Change(asset.Id, there => there with { Focuses = [.. there.Focuses.Union([request.Focus])] }, ct);
    }
}
