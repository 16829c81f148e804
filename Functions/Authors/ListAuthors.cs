using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http;
using News.Functions.Storage.Site;

namespace News.Functions.Authors;

/// <summary>Every author, those too that readers do not see yet.</summary>
public sealed class ListAuthors(SiteStore site)
{
    [Function(nameof(ListAuthors))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/newsroom/authors")] HttpRequest request, CancellationToken ct)
    {
        var all = (await site.Directory(ct)).Authors;
        return NewsroomAnswer.Json(new AuthorList([.. all.Select(AuthorRequest.Of)]), NewsJson.Wire.AuthorList);
    }
}
