using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain.Articles;
using News.Domain.Blocks;
using News.Domain.Projection;
using News.Domain.Text;
using News.Functions.Http;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Site;

namespace News.Functions.Articles;

/// <summary>The published article.</summary>
public sealed class GetArticle(ArticleReader articles, Presenters presenters)
{
    [Function(nameof(GetArticle))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/articles/{slug}")] HttpRequest request,
        string slug,
        CancellationToken ct) => (Slug.IsShaped(slug) ? await articles.Slug(slug, ct) : null) switch
        {
            { State: SlugState.Live, Article: { } article } => await Show(article, ct),
            { State: SlugState.Moved, MovedTo: { } newest } => new MovedAnswer($"/api/articles/{newest}"),
            { State: SlugState.Gone, Reason: var reason } => Problem.Gone(reason ?? "This article was withdrawn."),
            _ => Problem.NotFound($"There is no article {slug}."),
        };

    private async Task<IResult> Show(PublishedArticle article, CancellationToken ct)
    {
        var presenter = await presenters.Now(ct);
        var related = await articles.Cards(RelatedArticles.Of(article.Content.Blocks), ct);
        return ReadAnswer.Json(presenter.Article(article, related), NewsJson.Wire.ArticleView, unlisted: article.Content.Robots != "index");
    }
}
