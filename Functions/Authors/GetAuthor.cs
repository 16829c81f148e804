using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain.Lists;
using News.Domain.Reading;
using News.Domain.Site;
using News.Functions.Http;
using News.Functions.Storage;
using News.Functions.Storage.Site;

namespace News.Functions.Authors;

/// <summary>An author for readers.</summary>
public sealed class GetAuthor(SiteStore site, IDocumentStore store, SiteAddress address)
{
    [Function(nameof(GetAuthor))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/authors/{slug}")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        var directory = await site.Directory(ct);
        if (directory.FindBySlug(slug) is not { } author || !await IsShown(author, ct))
            return Problem.NotFound($"There is no author {slug}.");
        return author.Slug == slug
            ? ReadAnswer.Json(new Presenter(directory, address).Author(author), NewsJson.Wire.AuthorView)
            : new MovedAnswer($"/api/authors/{author.Slug}");
    }

    /// <summary>What a byline made is nobody's page until an article of theirs is published.</summary>
    private async ValueTask<bool> IsShown(Author author, CancellationToken ct) =>
        author.Kept || (await store.Page(Feed.Author(author.Key), new(Take: 1), ct)).Items.Count > 0;
}
