using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain.Media;
using News.Domain.Reading;
using News.Functions.Http;
using News.Functions.Storage.Media;

namespace News.Functions.Media.Library;

/// <summary>A picture with every file of it.</summary>
public sealed class GetMedia(AssetStore assets, PicturePresenter pictures)
{
    [Function(nameof(GetMedia))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/media/{assetId}")] HttpRequest request,
        string assetId,
        CancellationToken ct) =>
        AssetId.IsValid(assetId) && await assets.Read(assetId, ct) is { Asset: { Deleting: false } asset }
            ? ReadAnswer.Json(pictures.Show(new(asset.Id), asset.Facts()), NewsJson.Wire.PictureView)
            : Problem.NotFound($"There is no picture or video {assetId}.");
}
