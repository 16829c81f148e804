using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Reading;

namespace News.Functions.Pages;

/// <summary>An article with everything around it, in one round trip.</summary>
public sealed class GetArticlePage(ReadableArticles articles, ArticlePages pages)
{
    [Function(nameof(GetArticlePage))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/pages/articles/{slug}")] HttpRequest request,
        string slug,
        CancellationToken ct) =>
        await pages.Of(slug, ct) ?? ReadableArticles.Other(await articles.Find(slug, ct), "/api/pages/articles/", slug);
}
