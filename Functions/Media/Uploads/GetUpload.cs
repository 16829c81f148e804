using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain;
using News.Domain.Media.Uploads;
using News.Domain.Reading.Videos;
using News.Functions.Http;
using News.Functions.Storage.Media;

namespace News.Functions.Media.Uploads;

/// <summary>What has become of an upload.</summary>
public sealed class GetUpload(UploadStatuses statuses, AssetStore assets, VideoPresenter videos, TimeProvider time)
{
    [Function(nameof(GetUpload))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/newsroom/uploads/{uploadId}")] HttpRequest request,
        string uploadId,
        CancellationToken ct)
    {
        var status = UploadStatus.IsId(uploadId) ? await statuses.Read(uploadId, ct) : null;
        if (status is null)
            throw new Failure(FailureCode.NotFound, $"There is no upload {uploadId}, or not any more.");
        var asset = status.Asset is { } id ? (await assets.Read(id, ct))?.Asset : null;
        var shown = asset is null ? null : videos.Show(asset);
        return NewsroomAnswer.Json(new UploadView(status.State, status.Progress, status.SecondsLeft(time.GetUtcNow()), status.Reason, shown), NewsJson.Wire.UploadView);
    }
}
