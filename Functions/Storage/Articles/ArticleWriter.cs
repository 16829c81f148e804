using System.Text.Json;
using News.Domain;
using News.Domain.Articles;
using News.Domain.Lists;
using News.Domain.Media;
using News.Functions.Storage.Faults;
using News.Functions.Storage.Media;
using News.Functions.Storage.Projections;

namespace News.Functions.Storage.Articles;

/// <summary>
/// The one way to change an article. Its documents are in several partitions, which no store changes at once, so: leave an intent,
/// commit the head with the write's mark in <c>pending</c>, bring everything that follows up to date, remove the intent. Whoever
/// crashes in between leaves an intent that <see cref="Repair"/> finishes.
/// </summary>
public sealed class ArticleWriter(IDocumentStore store, ArticleReader reader, SlugRegistry slugs, Projector projector, Patience patience, TimeProvider time)
{
    /// <summary>A write stops after this long; repair touches only what is three times as old.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Applies an operation to the article as it is, again each time somebody else was faster.</summary>
    /// <param name="edit">Given the present head (null where the article is new); throws a <see cref="Failure"/> to refuse.</param>
    /// <param name="newSlug">A slug to reserve before the article is written under it.</param>
    /// <returns>The head as committed; every list shows it.</returns>
    public async Task<ArticleHead> Write(
        string articleId, Func<ArticleHead?, Edit> edit, CancellationToken ct, string? newSlug = null)
    {
        using var expiry = new CancellationTokenSource(Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, expiry.Token);
        try
        {
            return await Run(articleId, edit, newSlug, both.Token, expiry.Token);
        }
        catch (OperationCanceledException) when (expiry.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new CommitUnknownException($"Writing article {articleId} took more than {Limit.TotalSeconds} s.");
        }
    }

    /// <param name="untilDone">For what follows the commit: a client that goes away then must not leave the lists behind.</param>
    private async Task<ArticleHead> Run(
        string articleId, Func<ArticleHead?, Edit> edit, string? newSlug, CancellationToken ct, CancellationToken untilDone)
    {
        var current = await reader.Head(articleId, ct);
        edit(current?.Head);
        var mark = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        var intent = Feed.EntryId(time.GetUtcNow(), mark);
        await LeaveIntent(intent, new(articleId, mark, newSlug), ct);
        ArticleHead written;
        Projection? committed;
        try
        {
            if (newSlug is not null)
                await slugs.Reserve(newSlug, articleId, ct);
            (written, committed) = await CommitHead(articleId, current, edit, mark, ct);
        }
        catch (Exception fault) when (fault is Failure or StoreUnavailableException or CommitTooLargeException)
        {
            await CleanUp(intent, articleId, newSlug, ct);
            throw;
        }

        await Project(written, mark, committed, untilDone);
        await CleanUp(intent, articleId, null, untilDone);
        return written;
    }

    /// <returns>The head, and all of its projection unless the store did not say what became of the commit.</returns>
    private async Task<(ArticleHead Head, Projection? Committed)> CommitHead(
        string articleId, StoredHead? current, Func<ArticleHead?, Edit> edit, string mark, CancellationToken ct)
    {
        ArticleHead? unknown = null;
        try
        {
            for (; ; current = await reader.Head(articleId, ct))
            {
                if (unknown is not null && current?.Head.Pending.Contains(mark) == true)
                    return (unknown, null);
                var (next, content, published, wanted) = await Prepare(edit(current?.Head), current?.Head, mark, ct);
                var changes = Changes(next, content, published, current?.ETag, mark);
                var (happened, etag) = await patience.Try(() => TryCommit(changes, next.Head, mark, ct), ct);
                if (happened == true)
                    return (next.Head, etag is null ? null : new(new(next.Head, etag), wanted));
                if (happened is null)
                    unknown = next.Head;
            }
        }
        catch (StoreUnavailableException fault) when (unknown is not null)
        {
            throw new CommitUnknownException(fault.Message, fault);
        }
    }

    /// <summary>The edit with its keys and mark, its content as JSON, the content readers see after it, and what follows from it.</summary>
    private async ValueTask<(Edit Edit, byte[]? Content, ArticleContent? Published, IReadOnlyList<WantedBody> Wanted)> Prepare(
        Edit edit, ArticleHead? current, string mark, CancellationToken ct)
    {
        var publishes = edit.Head.Published != current?.Published;
        if (publishes)
            await AssetStore.Claim(store, patience, edit.Head.Id, edit.Head.PublishedAssets, ct);
        var content = edit.Content is null ? null : JsonSerializer.SerializeToUtf8Bytes(edit.Content, NewsJson.Wire.ArticleContent);
        var shown = edit.Content is not null && Visibility.IsVisible(edit.Head) && edit.Head.Published!.Revision == edit.Head.Version ? edit.Content : null;
        var published = shown is null ? await reader.PublishedContent(edit.Head, ct) : await reader.WithPictures(shown, ct);
        if (publishes)
            CheckPictures(edit.Head, published!);
        var wanted = Projection.Documents(edit.Head, published, shown is null ? null : content);
        CheckSize(wanted);
        var head = edit.Head with
        {
            Keys = [.. edit.Head.Keys.Union(wanted.Select(document => document.Key), StringComparer.Ordinal)],
            Pending = [.. edit.Head.Pending, mark],
        };
        return (edit with { Head = head }, content, published, wanted);
    }

    /// <summary>Readers never get an article with a hole in it.</summary>
    private static void CheckPictures(ArticleHead head, ArticleContent published)
    {
        var missing = head.PublishedAssets.Where(asset => !published.Pictures.ContainsKey(asset)).ToList();
        if (missing.Count > 0)
            throw new Failure(FailureCode.Conflict, $"Not ready, or not there any more: {string.Join(", ", missing)}. Wait until they are, or take them out.");
        var still = MediaReferences.Videos(published).Select(video => video.Asset).Where(asset => published.Pictures[asset].Video is null).ToList();
        if (still.Count > 0)
            throw new Failure(FailureCode.Conflict, $"Pictures where a video is to play: {string.Join(", ", still)}. Put them into an image block.");
    }

    /// <summary>A head that is committed must be possible to project: the live slug's document holds content and corrections in one.</summary>
    private static void CheckSize(IEnumerable<WantedBody> wanted)
    {
        foreach (var large in wanted.Where(document => document.Body.Length > StoreLimits.CommitBytes))
            throw new CommitTooLargeException(large.Body.Length);
    }

    /// <summary>Leaves nothing of a write that did not happen. Where even that fails, repair does it later.</summary>
    private async Task CleanUp(string intent, string articleId, string? newSlug, CancellationToken ct)
    {
        try
        {
            if (newSlug is not null)
                await slugs.Release(newSlug, articleId, ct);
            await RemoveIntent(intent, ct);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or CommitUnknownException)
        {
            // The editor is told why the write did not happen, not that its traces are still there.
        }
    }

    private static List<Change> Changes(Edit edit, byte[]? content, ArticleContent? published, string? etag, string mark)
    {
        var head = edit.Head;
        var entry = new LogEntry(head.Version, head.Revision, edit.Action, edit.By, head.ChangedAt, mark);
        List<Change> changes =
        [
            Change.Put(
                ArticleKeys.Head,
                JsonSerializer.SerializeToUtf8Bytes(head, NewsJson.Wire.ArticleHead),
                etag is null ? Expectation.Absent : Expectation.Match(etag)),
            Change.Put(ArticleKeys.Log(head.Version), JsonSerializer.SerializeToUtf8Bytes(entry, NewsJson.Wire.LogEntry), Expectation.Absent),
        ];
        // What readers never saw has no card to remove, and a batch that removes what is missing is sent to Cosmos twice.
        if (head.Published is not null)
            changes.Add(CardOf(head, published));
        if (content is not null)
            changes.Add(Change.Put(ArticleKeys.Revision(head.Version), content, Expectation.Absent));
        if (edit.Replaces is { } replaced)
            changes.AddRange(Change.Delete(ArticleKeys.Revision(replaced)), Change.Delete(ArticleKeys.Log(replaced)));
        return changes;
    }

    /// <summary>The change that makes the card be there exactly while readers may see the article.</summary>
    public static Change CardOf(ArticleHead head, ArticleContent? published) => published is null
        ? Change.Delete(ArticleKeys.Card)
        : Change.Put(ArticleKeys.Card, JsonSerializer.SerializeToUtf8Bytes(
            CardEntry.Of(new(head.Id, head.Slug, head.Published!, published)), NewsJson.Wire.CardEntry));

    /// <summary>
    /// Whether it was committed, and the head's ETag; false when somebody else was faster. When the store does not say, the log of this
    /// version does by our mark; null when it has none yet, for a commit may still arrive.
    /// </summary>
    private async ValueTask<(bool? Happened, string? ETag)> TryCommit(List<Change> changes, ArticleHead head, string mark, CancellationToken ct)
    {
        var partition = ArticleKeys.Partition(head.Id);
        try
        {
            return await store.Commit(partition, changes, ct) is CommitResult.Done done ? (true, done.ETags[0]) : (false, null);
        }
        catch (CommitUnknownException unknown)
        {
            return (await IsLogged(partition, head.Version, mark, unknown, ct), null);
        }
    }

    private async Task<bool?> IsLogged(string partition, int version, string mark, CommitUnknownException unknown, CancellationToken ct)
    {
        try
        {
            return await store.Read(partition, ArticleKeys.Log(version), ct) is { } log
                ? JsonSerializer.Deserialize(log.Body.Span, NewsJson.Wire.LogEntry)!.Mark == mark
                : null;
        }
        catch (StoreUnavailableException)
        {
            throw unknown;
        }
    }

    private async Task Project(ArticleHead written, string mark, Projection? committed, CancellationToken ct)
    {
        try
        {
            await projector.Project(written.Id, mark, ct, committed);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or CommitUnknownException)
        {
            throw new Failure(
                FailureCode.Unavailable,
                $"The change is saved as version {written.ETag}. Not every list shows it yet; that follows within two minutes. Do not send it again.");
        }
    }

    /// <summary>A fault before the article is touched changed nothing, whatever became of the note.</summary>
    private async Task LeaveIntent(string id, Intent intent, CancellationToken ct)
    {
        try
        {
            await store.Commit(Intent.Partition, [Change.Put(id, JsonSerializer.SerializeToUtf8Bytes(intent, NewsJson.Wire.Intent))], ct);
        }
        catch (CommitUnknownException fault)
        {
            throw new StoreUnavailableException(fault.Message, inner: fault);
        }
    }

    private async Task RemoveIntent(string intent, CancellationToken ct) =>
        await patience.Try(() => store.Commit(Intent.Partition, [Change.Delete(intent)], ct), ct);
}
