using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Reading;

namespace News.Functions.Articles;

/// <summary>The published article.</summary>
public sealed class GetArticle(ReadableArticles articles)
{
    [Function(nameof(GetArticle))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/articles/{slug}")] HttpRequest request,
        string slug,
        CancellationToken ct) => await articles.Find(slug, ct) switch
        {
            ReadableArticle.Live article => article.Answer,
            var other => ReadableArticles.Other(other, "/api/articles/", slug),
        };
}
