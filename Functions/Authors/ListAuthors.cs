using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http;
using News.Functions.Storage.Site;

namespace News.Functions.Authors;

/// <summary>Every author, those too that readers do not see yet.</summary>
public sealed class ListAuthors(AuthorBook authors)
{
    [Function(nameof(ListAuthors))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/newsroom/authors")] HttpRequest request, CancellationToken ct)
    {
        var all = await authors.All(ct);
        return NewsroomAnswer.Json(new AuthorList([.. all.Select(AuthorRequest.Of)]), NewsJson.Wire.AuthorList);
    }
}
