using News.Domain;
using News.Domain.Articles;
using News.Domain.Blocks;
using News.Domain.Drafts;
using News.Domain.Projection;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Media;
using News.Functions.Storage.Site;

namespace News.Functions.Storage.Desk;

/// <summary>What editors do with articles; the newsroom's functions, the import and the sample site all go through here.</summary>
public sealed class ArticleDesk(
    ArticleReader reader, ArticleWriter writer, SiteStore site, AuthorBook authors, CropRequests crops, DraftCheck check, TimeProvider time)
{
    /// <summary>Creates an article or replaces its working version; readers keep what is published.</summary>
    /// <param name="autosave">Takes the place of the same editor's previous autosave.</param>
    /// <returns>The head, and whether the article is new.</returns>
    /// <exception cref="Failure">The draft is not valid, or the precondition or the slug does not allow it.</exception>
    public async Task<(ArticleHead Head, bool Created)> Save(
        string slug, ArticleDraft draft, Precondition precondition, string? by, CancellationToken ct, bool autosave = false)
    {
        var there = await FindForWriting(slug, precondition, ct);
        if (there is null)
        {
            precondition.Check(null, "article");
            CheckSlug(slug);
        }

        var content = await Complete(check.Accept(draft), ct);
        var head = there is null
            ? await Create(slug, content, by, ct)
            : await writer.Write(there, current => Saved(Checked(current, precondition), content, by, autosave), ct);
        await crops.Ask(content, ct);
        return (head, there is null);
    }

    /// <summary>Creates an article that readers see at once, in one write instead of two.</summary>
    /// <param name="at">Its date of publication.</param>
    /// <exception cref="Failure">The draft is not valid, or the slug is not free.</exception>
    public async Task<ArticleHead> SavePublished(string slug, ArticleDraft draft, string? by, DateTimeOffset at, CancellationToken ct)
    {
        await FindForWriting(slug, new Precondition.Create(), ct);
        CheckSlug(slug);
        return await Create(slug, await Complete(check.Accept(draft), ct), by, ct, at);
    }

    /// <summary>The working version goes out to readers now.</summary>
    /// <param name="dated">The date of publication when it is not now.</param>
    /// <exception cref="Failure">There is no such article, or the precondition does not hold.</exception>
    public async Task<ArticleHead> Publish(
        string slug, string? correction, Precondition precondition, string? by, CancellationToken ct, DateTimeOffset? dated = null)
    {
        var head = await Change(slug, head => head.Publish(correction, time.GetUtcNow(), dated), "publish", precondition, by, ct);
        await AskForCrops(head, ct);
        return head;
    }

    /// <summary>One step in an article's life that leaves its content as it is.</summary>
    /// <param name="step">Gives the next head, or throws a <see cref="Failure"/>.</param>
    /// <param name="action">For the log.</param>
    /// <exception cref="Failure">There is no such article, the precondition does not hold, or the step is not possible.</exception>
    public async Task<ArticleHead> Change(
        string slug, Func<ArticleHead, ArticleHead> step, string action, Precondition precondition, string? by, CancellationToken ct) =>
        await writer.Write(
            await FindForWriting(slug, precondition, ct) ?? throw NoArticle(slug),
            current => new(step(Checked(current, precondition)), null, action, by),
            ct);

    /// <summary>The article is called otherwise; every slug it had leads to the new one.</summary>
    /// <exception cref="Failure">As <see cref="Change"/>, or the new slug is none or another article's.</exception>
    public async Task<ArticleHead> Rename(string slug, string newSlug, Precondition precondition, string? by, CancellationToken ct)
    {
        CheckSlug(newSlug);
        return await writer.Write(
            await FindForWriting(slug, precondition, ct) ?? throw NoArticle(slug),
            current => new(Checked(current, precondition).Rename(newSlug, time.GetUtcNow()), null, "rename", by),
            ct,
            newSlug);
    }

    /// <summary>The content of an earlier version becomes the working one, as a new version.</summary>
    /// <exception cref="Failure">As <see cref="Change"/>, or there is no such version.</exception>
    public async Task<ArticleHead> Restore(string slug, int version, Precondition precondition, string? by, CancellationToken ct)
    {
        var id = await FindForWriting(slug, precondition, ct) ?? throw NoArticle(slug);
        var log = await reader.Log(id, version, ct) ?? throw new Failure(FailureCode.NotFound, $"The article {slug} has no version {version}.");
        var content = await reader.Content(id, log.Revision, ct);
        return await writer.Write(
            id, current => new(Checked(current, precondition).Save(content, time.GetUtcNow()), content, $"restore {version}", by), ct);
    }

    /// <summary>Publishes what an entry of the schedule says, if the article still says the same.</summary>
    /// <returns>Whether it was published by this call.</returns>
    /// <exception cref="Failure">It cannot be published yet: its pictures are not ready.</exception>
    public async Task<bool> PublishDue(ScheduleEntry due, CancellationToken ct)
    {
        try
        {
            var head = await writer.Write(
                due.ArticleId,
                current => current is { ScheduledAt: { } at } && at == due.At && current.State != ArticleState.Deleted
                    ? new(current.Publish(null, time.GetUtcNow(), at), null, "publish scheduled", null)
                    : throw new Failure(FailureCode.Stale, "The schedule was changed."),
                ct);
            await AskForCrops(head, ct);
            return true;
        }
        catch (Failure failure) when (failure.Code == FailureCode.Stale)
        {
            return false;
        }
    }

    /// <summary>The article of a slug, present or former, for reading in the newsroom.</summary>
    /// <exception cref="Failure">There is none.</exception>
    public async ValueTask<ArticleHead> Find(string slug, CancellationToken ct) =>
        Domain.Text.Slug.IsShaped(slug) && await reader.Slug(slug, ct) is { } answer && await reader.Head(answer.ArticleId, ct) is { Head.State: not ArticleState.Deleted } stored
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
        if (head is null or { State: ArticleState.Deleted })
            return IsOver(answer) ? null : throw new Failure(FailureCode.Conflict, $"Another article is being created or deleted as {slug}. Choose another slug, or try again later.");
        if (head.Slug != slug)
            throw new Failure(FailureCode.Conflict, $"The article {slug} is now called {head.Slug}. Write to it there.");
        precondition.Check(head.ETag, "article");
        return head.Id;
    }

    private async Task AskForCrops(ArticleHead published, CancellationToken ct)
    {
        if (published.PublishedAssets.Count > 0)
            await crops.Ask(await reader.Content(published.Id, published.Published!.Revision, ct), ct);
    }

    private bool IsOver(SlugAnswer reservation) => reservation.Until is { } until && until <= time.GetUtcNow();

    /// <param name="at">The date of publication of an article that is to be published at once.</param>
    private Task<ArticleHead> Create(string slug, ArticleContent content, string? by, CancellationToken ct, DateTimeOffset? at = null)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        return writer.Write(
            id,
            _ => at is { } published
                ? new(ArticleHead.CreatePublished(id, slug, content, published, time.GetUtcNow()), content, "publish", by)
                : new(ArticleHead.Create(id, slug, content, time.GetUtcNow()), content, "create", by),
            ct,
            newSlug: slug);
    }

    private static void CheckSlug(string slug)
    {
        if (Domain.Text.Slug.Fault(slug) is { } fault)
            throw Failure.Invalid("slug", fault);
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
            Blocks = RelatedArticles.Rename(content.Blocks, ids),
        };
    }

    private async Task<Dictionary<string, string>> RelatedIds(ArticleContent content, CancellationToken ct)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var slug in RelatedArticles.Of(content.Blocks))
            ids[slug] = (await reader.Slug(slug, ct))?.ArticleId ?? throw Failure.Invalid("blocks", $"a related block names {slug}, which is no article");
        return ids;
    }

    private Edit Saved(ArticleHead head, ArticleContent content, string? by, bool autosave) => autosave
        ? new(head.Save(content, time.GetUtcNow(), by ?? ""), content, "autosave", by, head.ReplacedByAutosaveOf(by ?? ""))
        : new(head.Save(content, time.GetUtcNow()), content, "save", by);

    private static ArticleHead Checked(ArticleHead? current, Precondition precondition)
    {
        precondition.Check(current is { State: not ArticleState.Deleted } ? current.ETag : null, "article");
        return current!;
    }

    private static Failure NoArticle(string slug) => new(FailureCode.NotFound, $"There is no article {slug}.");
}
