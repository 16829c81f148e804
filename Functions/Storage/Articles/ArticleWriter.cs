using System.Text.Json;
using News.Domain;
using News.Domain.Articles;
using News.Domain.Lists;
using News.Domain.Projection;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage.Articles;

/// <summary>
/// The one way to change an article. Its documents are in several partitions, which no store changes at once, so: leave an intent,
/// commit the head with the write's mark in <c>pending</c>, bring everything that follows up to date, remove the intent. Whoever
/// crashes in between leaves an intent that <see cref="Repair"/> finishes.
/// </summary>
public sealed class ArticleWriter(IDocumentStore store, ArticleReader reader, Projector projector, TimeProvider time)
{
    /// <summary>A write stops after this long; repair touches only what is three times as old.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Applies an operation to the article as it is, again each time somebody else was faster.</summary>
    /// <param name="edit">Given the present head (null where the article is new); throws a <see cref="Failure"/> to refuse.</param>
    /// <param name="prepare">Run after the intent is left and before the article is written; for reserving a slug.</param>
    /// <returns>The head as committed; every list shows it.</returns>
    public async Task<ArticleHead> Write(
        string articleId, Func<ArticleHead?, Edit> edit, CancellationToken ct, Func<CancellationToken, Task>? prepare = null)
    {
        using var expiry = new CancellationTokenSource(Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, expiry.Token);
        try
        {
            return await Run(articleId, edit, prepare, both.Token);
        }
        catch (OperationCanceledException) when (expiry.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new CommitUnknownException($"Writing article {articleId} took more than {Limit.TotalSeconds} s.");
        }
    }

    private async Task<ArticleHead> Run(
        string articleId, Func<ArticleHead?, Edit> edit, Func<CancellationToken, Task>? prepare, CancellationToken ct)
    {
        var current = await reader.Head(articleId, ct);
        edit(current?.Head);
        var mark = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        var intent = Feed.EntryId(time.GetUtcNow(), mark);
        var note = JsonSerializer.SerializeToUtf8Bytes(new Intent(articleId, mark), NewsJson.Wire.Intent);
        await store.Commit(Intent.Partition, [Change.Put(intent, note)], ct);
        ArticleHead written;
        try
        {
            if (prepare is not null)
                await prepare(ct);
            written = await CommitHead(articleId, edit, mark, ct);
        }
        catch (Failure)
        {
            await RemoveIntent(intent, ct);
            throw;
        }

        await projector.Project(articleId, mark, ct);
        await RemoveIntent(intent, ct);
        return written;
    }

    private async Task<ArticleHead> CommitHead(string articleId, Func<ArticleHead?, Edit> edit, string mark, CancellationToken ct)
    {
        ArticleHead? unknown = null;
        while (true)
        {
            var current = await reader.Head(articleId, ct);
            if (unknown is not null && current?.Head.Pending.Contains(mark) == true)
                return unknown;
            var next = edit(current?.Head);
            var published = await ContentAfter(next, ct);
            var head = next.Head with
            {
                Keys = [.. next.Head.Keys.Union(WantedDocuments.Of(next.Head, published).Select(document => document.Key), StringComparer.Ordinal)],
                Pending = [.. next.Head.Pending, mark],
            };
            if (await TryCommit(Changes(next with { Head = head }, published, current?.ETag, mark), head, mark, ct))
                return head;
            unknown = head;
        }
    }

    private async ValueTask<ArticleContent?> ContentAfter(Edit edit, CancellationToken ct) =>
        Visibility.IsVisible(edit.Head) && edit.Content is not null && edit.Head.Published!.Revision == edit.Head.Version
            ? edit.Content
            : await reader.PublishedContent(edit.Head, ct);

    private static List<Change> Changes(Edit edit, ArticleContent? published, string? etag, string mark)
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
            published is null ? Change.Delete(ArticleKeys.Card) : Change.Put(ArticleKeys.Card, CardBytes(head, published)),
        ];
        if (edit.Content is { } content)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(content, NewsJson.Wire.ArticleContent);
            changes.Add(Change.Put(ArticleKeys.Revision(head.Version), body, Expectation.Absent));
        }

        return changes;
    }

    private static byte[] CardBytes(ArticleHead head, ArticleContent published) => JsonSerializer.SerializeToUtf8Bytes(
        CardEntry.Of(new(head.Id, head.Slug, head.Published!, published)), NewsJson.Wire.CardEntry);

    /// <summary>False when somebody else was faster. When the store does not say, the log of this version does: it bears our mark or not.</summary>
    private async Task<bool> TryCommit(List<Change> changes, ArticleHead head, string mark, CancellationToken ct)
    {
        try
        {
            return await store.Commit(ArticleKeys.Partition(head.Id), changes, ct) is CommitResult.Done;
        }
        catch (CommitUnknownException)
        {
            var log = await store.Read(ArticleKeys.Partition(head.Id), ArticleKeys.Log(head.Version), ct);
            return log is not null && JsonSerializer.Deserialize(log.Body.Span, NewsJson.Wire.LogEntry)!.Mark == mark;
        }
    }

    private async Task RemoveIntent(string intent, CancellationToken ct) =>
        await store.Commit(Intent.Partition, [Change.Delete(intent)], ct);
}
