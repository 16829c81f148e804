using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain;
using News.Domain.Articles;
using News.Domain.Blocks;
using News.Functions.Http;
using News.Functions.Reading;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Desk;

namespace News.Functions.Newsroom;

/// <summary>What readers get of an article, whole: blocks past the free ones too.</summary>
public sealed class GetPublished(ArticleDesk desk, ArticleReader articles, Presenters presenters)
{
    [Function(nameof(GetPublished))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/newsroom/articles/{slug}/published")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        var head = await desk.Find(slug, ct);
        if (head.Slug != slug)
            return new MovedAnswer($"/api/newsroom/articles/{head.Slug}/published", CachePolicy.NoStore);
        var content = await articles.PublishedContent(head, ct)
            ?? throw new Failure(FailureCode.NotFound, $"Readers cannot see the article {slug}.");
        var related = await articles.Cards(RelatedArticles.Of(content.Blocks), ct);
        var article = new PublishedArticle(head.Id, head.Slug, head.Published!, content);
        return NewsroomAnswer.Json((await presenters.Now(ct)).Article(article, related, whole: true), NewsJson.Wire.ArticleView, head.ETag);
    }
}
