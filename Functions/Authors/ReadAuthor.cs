using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain;
using News.Functions.Http;
using News.Functions.Storage.Site;

namespace News.Functions.Authors;

/// <summary>An author as PutAuthor takes it, with its ETag.</summary>
public sealed class ReadAuthor(SiteStore site)
{
    [Function(nameof(ReadAuthor))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/newsroom/authors/{slug}")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        var author = (await site.Directory(ct)).FindBySlug(slug)
            ?? throw new Failure(FailureCode.NotFound, $"There is no author {slug}.");
        return author.Slug == slug
            ? NewsroomAnswer.Json(AuthorRequest.Of(author), NewsJson.Wire.AuthorRequest, SiteETag.Of(author.Version))
            : new MovedAnswer($"/api/newsroom/authors/{author.Slug}", CachePolicy.NoStore);
    }
}
