using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain.Lists;
using News.Domain.Site;
using News.Functions.Http;
using News.Functions.Reading;
using News.Functions.Reading.Answers;
using News.Functions.Reading.Cache;
using News.Functions.Storage;

namespace News.Functions.Authors;

/// <summary>An author for readers.</summary>
public sealed class GetAuthor(ReadingCache cache, Presenters presenters, IDocumentStore store)
{
    private const string Kind = "author";

    [Function(nameof(GetAuthor))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/authors/{slug}")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        var author = (await presenters.Now(ct)).Directory.FindBySlug(slug);
        if (author is not null && author.Slug != slug && await IsShown(author, ct))
            return new MovedAnswer($"/api/authors/{author.Slug}");
        var shown = author?.Slug != slug
            ? null
            : await cache.Get(new(Kind, slug), (Here: this, slug), static (ask, ct) => ask.Here.Show(ask.slug, ct), ct);
        return shown ?? (IResult)Problem.NotFound($"There is no author {slug}.");
    }

    private async ValueTask<ReadAnswer?> Show(string slug, CancellationToken ct)
    {
        var presenter = await presenters.Now(ct);
        return presenter.Directory.FindBySlug(slug) is { } author && author.Slug == slug && await IsShown(author, ct)
            ? ReadAnswer.Json(presenter.Author(author), NewsJson.Wire.AuthorView)
            : null;
    }

    /// <summary>What a byline made is nobody's page until an article of theirs is published.</summary>
    private async ValueTask<bool> IsShown(Author author, CancellationToken ct) =>
        author.Kept || (await store.Page(Feed.Author(author.Key), new(Take: 1), ct)).Items.Count > 0;
}
