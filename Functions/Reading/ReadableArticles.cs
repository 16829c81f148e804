using Microsoft.AspNetCore.Http;
using News.Domain.Articles;
using News.Domain.Blocks;
using News.Domain.Projection;
using News.Domain.Text;
using News.Functions.Http;
using News.Functions.Reading.Answers;
using News.Functions.Reading.Cache;
using News.Functions.Storage.Articles;

namespace News.Functions.Reading;

/// <summary>Articles by slug, ready to send.</summary>
public sealed class ReadableArticles(ReadingCache cache, ArticleReader articles, Presenters presenters)
{
    private const string Kind = "article";

    /// <summary>What readers find at the slug; null where there is nothing for them.</summary>
    public ValueTask<ReadableArticle?> Find(string slug, CancellationToken ct) =>
        cache.Get(new(Kind, slug), (Here: this, slug), static (ask, ct) => ask.Here.Read(ask.slug, ct), ct);

    /// <summary>The answer at a slug that shows no article.</summary>
    /// <param name="found">What is there.</param>
    /// <param name="route">Path before a slug, where the same is asked of another.</param>
    public static IResult Other(ReadableArticle? found, string route, string slug) => found switch
    {
        ReadableArticle.Moved moved => new MovedAnswer(route + moved.Slug),
        ReadableArticle.Gone gone => Problem.Gone(gone.Reason),
        _ => Problem.NotFound($"There is no article {slug}."),
    };

    /// <remarks>What is kept need not be looked at whether it is shaped like a slug.</remarks>
    private async ValueTask<ReadableArticle?> Read(string slug, CancellationToken ct) => (Slug.IsShaped(slug) ? await articles.Slug(slug, ct) : null) switch
    {
        { State: SlugState.Live, Article: { } article } => await Show(article, ct),
        { State: SlugState.Moved, MovedTo: { } newest } => new ReadableArticle.Moved(newest),
        { State: SlugState.Gone, Reason: var reason } => new ReadableArticle.Gone(reason ?? "This article was withdrawn."),
        _ => null,
    };

    private async ValueTask<ReadableArticle> Show(PublishedArticle article, CancellationToken ct)
    {
        var content = article.Content;
        var presenter = await presenters.Now(ct);
        var related = await articles.Cards(RelatedArticles.Of(content.Blocks), ct);
        var view = presenter.Article(article, related);
        var answer = ReadAnswer.Json(view, NewsJson.Wire.ArticleView, unlisted: content.Robots != "index");
        return new ReadableArticle.Live(answer, article.Id, content.Section, content.Topic);
    }
}
