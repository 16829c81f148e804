using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain;
using News.Domain.Reading.Pictures;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage.Media;

namespace News.Functions.Media.Library;

/// <summary>Says what a picture shows and whose it is; every article that says nothing else shows that.</summary>
public sealed class PutMediaText(AssetStore assets, MediaUsers users, PicturePresenter pictures)
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
            ?? throw new Failure(FailureCode.NotFound, $"There is no picture {assetId}.");
        return NewsroomAnswer.Json(pictures.Show(new(assetId), asset.Facts()), NewsJson.Wire.PictureView);
    }
}
