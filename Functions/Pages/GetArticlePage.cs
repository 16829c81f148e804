using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Reading;

namespace News.Functions.Pages;

/// <summary>An article with everything around it, in one round trip.</summary>
public sealed class GetArticlePage(ArticlePages pages)
{
    [Function(nameof(GetArticlePage))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/pages/articles/{slug}")] HttpRequest request,
        string slug,
        CancellationToken ct) => await pages.Find(slug, ct) switch
        {
            ReadableArticle.Live page => page.Answer,
            var other => ReadableArticles.Other(other, "/api/pages/articles/", slug),
        };
}
