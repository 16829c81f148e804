using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain;
using News.Domain.Media;
using News.Functions.Http;
using News.Functions.Media.Processing;

namespace News.Functions.Media.Library;

/// <summary>Takes a picture or video that nobody uses out of the library, with all its files.</summary>
public sealed class DeleteMedia(AssetRemoval removal)
{
    [Function(nameof(DeleteMedia))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "api/newsroom/media/{assetId}")] HttpRequest request,
        string assetId,
        CancellationToken ct)
    {
        if (!AssetId.IsValid(assetId))
            throw new Failure(FailureCode.NotFound, $"There is no picture or video {assetId}.");
        await removal.Remove(assetId, ct);
        return new EmptyAnswer();
    }
}
