using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain;
using News.Domain.Text;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Site;

namespace News.Functions.Fronts;

/// <summary>Pins articles to the top of the home page.</summary>
public sealed class PutFront(FrontStore fronts, ArticleReader articles)
{
    [Function(nameof(PutFront))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/newsroom/fronts/home")] HttpRequest request, CancellationToken ct)
    {
        var precondition = Preconditions.Of(request);
        var slugs = (await RequestBody.Read(request, NewsJson.Wire.FrontRequest, ct)).Check();
        List<string> ids = [];
        for (var i = 0; i < slugs.Count; i++)
            ids.Add(await IdOf(slugs[i], i, ct));
        var (front, created) = await fronts.PutHome([.. ids.Distinct(StringComparer.Ordinal)], precondition, ct);
        return NewsroomAnswer.Json(new FrontRequest(slugs), NewsJson.Wire.FrontRequest, SiteETag.Of(front.Version), created);
    }

    private async Task<string> IdOf(string slug, int index, CancellationToken ct) =>
        (Slug.IsShaped(slug) ? await articles.Slug(slug, ct) : null)?.ArticleId
        ?? throw Failure.Invalid($"pinned[{index}]", $"there is no article {slug}");
}
