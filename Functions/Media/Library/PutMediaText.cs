using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain;
using News.Domain.Reading.Videos;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage.Media;

namespace News.Functions.Media.Library;

/// <summary>Says what a picture or video shows and whose it is; every article that says nothing else shows that.</summary>
public sealed class PutMediaText(AssetStore assets, MediaUsers users, VideoPresenter videos)
{
    [Function(nameof(PutMediaText))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/newsroom/media/{assetId}")] HttpRequest request,
        string assetId,
        CancellationToken ct)
    {
        var text = (await RequestBody.Read(request, NewsJson.Wire.MediaTextRequest, ct)).Check();
        await assets.Find(assetId, ct);
        var asset = await users.Change(assetId, there => there with { Text = text }, ct)
            ?? throw new Failure(FailureCode.NotFound, $"There is no picture or video {assetId}.");
        return NewsroomAnswer.Json(videos.Show(asset), NewsJson.Wire.IMediaView);
    }
}
