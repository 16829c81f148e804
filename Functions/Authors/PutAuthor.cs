using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain;
using News.Domain.Media;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage.Media;
using News.Functions.Storage.Site;

namespace News.Functions.Authors;

/// <summary>Creates, changes or renames an author; articles show it at once, and an old slug redirects.</summary>
public sealed class PutAuthor(AuthorBook authors, AssetStore assets)
{
    [Function(nameof(PutAuthor))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/newsroom/authors/{slug}")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        var precondition = Preconditions.Of(request);
        var wanted = (await RequestBody.Read(request, NewsJson.Wire.AuthorRequest, ct)).Check(slug);
        var photo = wanted.Photo is { } reference ? await Ready(reference.Asset, ct) : null;
        var (author, created) = await authors.Put(slug, precondition, (there, others) => wanted.Apply(there, others) with { PhotoFacts = photo }, ct);
        return NewsroomAnswer.Json(AuthorRequest.Of(author), NewsJson.Wire.AuthorRequest, SiteETag.Of(author.Version), created);
    }

    private async Task<PictureFacts> Ready(string asset, CancellationToken ct) => await assets.Read(asset, ct) is { Asset: { Deleting: false } there }
        ? there.Facts()
        : throw new Failure(FailureCode.Conflict, $"The photo {asset} is not ready, or not there any more.");
}
