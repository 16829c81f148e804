using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain.Media;
using News.Domain.Reading.Videos;
using News.Functions.Http;
using News.Functions.Reading.Answers;
using News.Functions.Reading.Cache;
using News.Functions.Storage.Media;

namespace News.Functions.Media.Library;

/// <summary>A picture or video with every file of it.</summary>
public sealed class GetMedia(ReadingCache cache, AssetStore assets, VideoPresenter videos)
{
    private const string Kind = "media";

    [Function(nameof(GetMedia))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/media/{assetId}")] HttpRequest request,
        string assetId,
        CancellationToken ct)
    {
        var shown = AssetId.IsValid(assetId)
            ? await cache.Get(new(Kind, assetId), (Here: this, assetId), static (ask, ct) => ask.Here.Show(ask.assetId, ct), ct)
            : null;
        return shown ?? (IResult)Problem.NotFound($"There is no picture or video {assetId}.");
    }

    private async ValueTask<ReadAnswer?> Show(string id, CancellationToken ct) => await assets.Read(id, ct) is { Asset: { Deleting: false } asset }
        ? ReadAnswer.Json(videos.Show(asset), NewsJson.Wire.IMediaView)
        : null;
}
