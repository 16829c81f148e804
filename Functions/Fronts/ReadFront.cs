using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain;
using News.Domain.Articles;
using News.Functions.Http;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Site;

namespace News.Functions.Fronts;

/// <summary>The pins as PutFront takes them, with their ETag.</summary>
public sealed class ReadFront(FrontStore fronts, ArticleReader articles)
{
    [Function(nameof(ReadFront))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/newsroom/fronts/home")] HttpRequest request, CancellationToken ct)
    {
        var front = await fronts.Home(ct);
        if (front.Version == 0)
            throw new Failure(FailureCode.NotFound, "Nothing was pinned yet. Send If-None-Match: * to pin.");
        List<string> slugs = [];
        foreach (var id in front.Pinned)
        {
            if (await articles.Head(id, ct) is { } stored && Visibility.IsVisible(stored.Head))
                slugs.Add(stored.Head.Slug);
        }

        return NewsroomAnswer.Json(new FrontRequest(slugs), NewsJson.Wire.FrontRequest, SiteETag.Of(front.Version));
    }
}
