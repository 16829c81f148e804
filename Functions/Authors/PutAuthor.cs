using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage.Site;

namespace News.Functions.Authors;

/// <summary>Creates, changes or renames an author; articles show it at once, and an old slug redirects.</summary>
public sealed class PutAuthor(AuthorBook authors)
{
    [Function(nameof(PutAuthor))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/newsroom/authors/{slug}")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        var precondition = Preconditions.Of(request);
        var wanted = (await RequestBody.Read(request, NewsJson.Wire.AuthorRequest, ct)).Check(slug);
        var (author, created) = await authors.Put(slug, precondition, wanted.Apply, ct);
        return NewsroomAnswer.Json(AuthorRequest.Of(author), NewsJson.Wire.AuthorRequest, SiteETag.Of(author.Version), created);
    }
}
