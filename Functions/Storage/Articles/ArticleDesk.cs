using News.Domain;
using News.Domain.Articles;
using News.Domain.Blocks;
using News.Domain.Drafts;
using News.Domain.Projection;
using News.Functions.Storage.Site;

namespace News.Functions.Storage.Articles;

/// <summary>What editors do with articles; the newsroom's functions, the import and the sample site all go through here.</summary>
public sealed class ArticleDesk(
    ArticleReader reader, ArticleWriter writer, SiteStore site, AuthorBook authors, DraftCheck check, TimeProvider time)
{
    /// <summary>Creates an article or replaces its working version; readers keep what is published.</summary>
    /// <returns>The head, and whether the article is new.</returns>
    /// <exception cref="Failure">The draft is not valid, or the precondition or the slug does not allow it.</exception>
    public async Task<(ArticleHead Head, bool Created)> Save(
        string slug, ArticleDraft draft, Precondition precondition, string? by, CancellationToken ct)
    {
        var there = await FindForWriting(slug, precondition, ct);
        if (there is null)
            precondition.Check(null, "article");
        var content = await Complete(check.Accept(draft), ct);
        if (there is null)
            return (await Create(slug, content, by, ct), true);
        var head = await writer.Write(
            there,
            current => new(Checked(current, precondition).Save(content, time.GetUtcNow()), content, "save", by),
            ct);
        return (head, false);
    }

    /// <summary>The working version goes out to readers now.</summary>
    /// <param name="dated">The date of publication when it is not now.</param>
    /// <exception cref="Failure">There is no such article, or the precondition does not hold.</exception>
    public async Task<ArticleHead> Publish(
        string slug, string? correction, Precondition precondition, string? by, CancellationToken ct, DateTimeOffset? dated = null) =>
        await writer.Write(
            await FindForWriting(slug, precondition, ct) ?? throw NoArticle(slug),
            current => new(Checked(current, precondition).Publish(correction, time.GetUtcNow(), dated), null, "publish", by),
            ct);

    /// <summary>The article of a slug, present or former, for reading in the newsroom.</summary>
    /// <exception cref="Failure">There is none.</exception>
    public async ValueTask<ArticleHead> Find(string slug, CancellationToken ct) =>
        await reader.Slug(slug, ct) is { } answer && await reader.Head(answer.ArticleId, ct) is { } stored
            ? stored.Head
            : throw NoArticle(slug);

    /// <summary>The id of the article with this slug now; null where there is none.</summary>
    private async ValueTask<string?> FindForWriting(string slug, Precondition precondition, CancellationToken ct)
    {
        if (!Domain.Text.Slug.IsShaped(slug))
            throw Failure.Invalid("slug", Domain.Text.Slug.Fault(slug)!);
        if (await reader.Slug(slug, ct) is not { } answer)
            return null;
        var head = (await reader.Head(answer.ArticleId, ct))?.Head;
        if (head is null)
            return IsOver(answer) ? null : throw new Failure(FailureCode.Conflict, $"Another article is being created as {slug}. Choose another slug, or try again later.");
        if (head.Slug != slug)
            throw new Failure(FailureCode.Conflict, $"The article {slug} is now called {head.Slug}. Write to it there.");
        precondition.Check(head.ETag, "article");
        return head.Id;
    }

    private bool IsOver(SlugAnswer reservation) => reservation.Until is { } until && until <= time.GetUtcNow();

    private async Task<ArticleHead> Create(string slug, ArticleContent content, string? by, CancellationToken ct)
    {
        if (Domain.Text.Slug.Fault(slug) is { } fault)
            throw Failure.Invalid("slug", fault);
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        return await writer.Write(
            id, _ => new(ArticleHead.Create(id, slug, content, time.GetUtcNow()), content, "create", by), ct, newSlug: slug);
    }

    /// <summary>Names of authors become keys, slugs of related articles become ids; a section must be there.</summary>
    private async Task<ArticleContent> Complete(ArticleContent content, CancellationToken ct)
    {
        var directory = await site.Directory(ct);
        if (directory.FindSection(content.Section) is null)
            throw Failure.Invalid("section", $"there is no section {content.Section}; make it with PUT /api/newsroom/sections/{content.Section}");
        var ids = await RelatedIds(content, ct);
        return content with
        {
            Bylines = await authors.KeysOf(content.Bylines, directory, ct),
            Blocks = [.. content.Blocks.Select(block => RelatedArticles.Rename(block, ids))],
        };
    }

    private async Task<Dictionary<string, string>> RelatedIds(ArticleContent content, CancellationToken ct)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var slug in RelatedArticles.Of(content.Blocks))
            ids[slug] = (await reader.Slug(slug, ct))?.ArticleId ?? throw Failure.Invalid("blocks", $"a related block names {slug}, which is no article");
        return ids;
    }

    private static ArticleHead Checked(ArticleHead? current, Precondition precondition)
    {
        precondition.Check(current?.ETag, "article");
        return current!;
    }

    private static Failure NoArticle(string slug) => new(FailureCode.NotFound, $"There is no article {slug}.");
}
