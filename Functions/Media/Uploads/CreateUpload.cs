using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain;
using News.Domain.Articles;
using News.Domain.Media.Uploads;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage.Media;

namespace News.Functions.Media.Uploads;

/// <summary>Gives an address to send one file to; GetUpload tells what becomes of it.</summary>
public sealed class CreateUpload(UploadAddress address, UploadStatuses statuses, UploadSizes sizes, AssetStore assets, TimeProvider time)
{
    private static readonly TimeSpan _goodFor = TimeSpan.FromMinutes(UploadLimits.AddressMinutes);

    [Function(nameof(CreateUpload))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/newsroom/uploads")] HttpRequest request, CancellationToken ct)
    {
        var wanted = await RequestBody.Read(request, NewsJson.Wire.UploadRequest, ct);
        var name = wanted.Check(sizes);
        await CheckVideo(wanted, ct);
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        var until = Instant.Cut(time.GetUtcNow() + _goodFor);
        var url = await address.Of($"{id}/{name}", until, ct);
        await statuses.Write(id, UploadStatus.Waiting with { CaptionsOf = wanted.CaptionsOf, Lang = wanted.Lang }, ct);
        var headers = new Dictionary<string, string> { ["x-ms-blob-type"] = "BlockBlob", ["Content-Type"] = wanted.ContentType! };
        var ticket = new UploadTicket(id, url.AbsoluteUri, until, HttpMethods.Put, headers);
        return NewsroomAnswer.Json(ticket, NewsJson.Wire.UploadTicket, created: true);
    }

    private async Task CheckVideo(UploadRequest wanted, CancellationToken ct)
    {
        if (wanted.CaptionsOf is not { } id)
            return;
        var errors = new FieldErrors();
        errors.Check(await assets.Read(id, ct) is { Asset: { Deleting: false, Video: not null } }, "captionsOf", "must be the asset of a video that is ready");
        errors.ThrowIfAny();
    }
}
