using System.Text.Json;
using News.Domain.Articles;
using News.Domain.Lists;
using News.Domain.Projection;
using News.Functions.Storage.Faults;
using News.Functions.Storage.Projections;

namespace News.Functions.Storage.Articles;

/// <summary>Writes every list and slug document anew from the articles, and removes what no article accounts for.</summary>
public sealed class Rebuild(IDocumentStore store, ArticleReader reader, Projector projector, Patience patience, TimeProvider time)
{
    private const int IdLength = 32;

    /// <summary>Projects the next articles of the catalog.</summary>
    /// <param name="after">The last article done; null from the start.</param>
    /// <returns>The last one done now; null when there are no more.</returns>
    public async Task<string?> Articles(string? after, Action<int> done, CancellationToken ct)
    {
        var page = await store.Page(WantedDocuments.Catalog, new(after), ct);
        await Parallel.ForEachAsync(page.Items, ct, async (document, token) => await Article(document.Id, token));
        done(page.Items.Count);
        return page.More ? page.Items[^1].Id : null;
    }

    /// <summary>Writes what follows from one article anew; as every write it stops before repair takes it for one that nobody works on.</summary>
    public async Task Article(string articleId, CancellationToken ct)
    {
        using var expiry = new CancellationTokenSource(ArticleWriter.Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, expiry.Token);
        try
        {
            await Rewrite(articleId, both.Token);
        }
        catch (OperationCanceledException) when (expiry.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new StoreUnavailableException($"Writing what follows from article {articleId} took more than {ArticleWriter.Limit.TotalSeconds} s.");
        }
    }

    /// <summary>Every list that may have entries without an article.</summary>
    public async Task<IReadOnlyList<string>> Lists(CancellationToken ct)
    {
        List<string> lists = [WantedDocuments.DeskOfAll, WantedDocuments.DeskOfScheduled, ScheduleEntry.Partition];
        lists.AddRange(new[] { ArticleState.Draft, ArticleState.Published, ArticleState.Withdrawn }.Select(WantedDocuments.Desk));
        for (string? last = null; ;)
        {
            var page = await store.Page(FeedBook.Partition, new(last), ct);
            lists.AddRange(page.Items.Select(document => document.Id));
            if (!page.More)
                return lists;
            last = page.Items[^1].Id;
        }
    }

    /// <summary>Removes a list's orphans: entries that do not follow from their article's head.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> RemoveOrphans(string list, CancellationToken ct)
    {
        var removed = 0;
        for (string? last = null; ;)
        {
            var page = await store.Page(list, new(last), ct);
            foreach (var entry in page.Items)
                removed += await RemoveOrphan(list, entry, ct) ? 1 : 0;
            if (!page.More)
                return removed;
            last = page.Items[^1].Id;
        }
    }

    /// <summary>A write that changes nothing, so that everything that follows is written again; as every write it leaves an intent.</summary>
    private async Task Rewrite(string articleId, CancellationToken ct)
    {
        var mark = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        var intent = Feed.EntryId(time.GetUtcNow(), mark);
        var note = JsonSerializer.SerializeToUtf8Bytes(new Intent(articleId, mark), NewsJson.Wire.Intent);
        await Commit(Intent.Partition, Change.Put(intent, note), ct);
        while (await reader.Head(articleId, ct) is { } current && !current.Head.Pending.Contains(mark) && !await Mark(current, mark, ct))
        {
        }

        await projector.Project(articleId, mark, ct);
        await Commit(Intent.Partition, Change.Delete(intent), ct);
    }

    /// <summary>False when somebody else was faster, or it happened before and the store did not say.</summary>
    private async Task<bool> Mark(StoredHead current, string mark, CancellationToken ct)
    {
        var published = await reader.PublishedContent(current.Head, ct);
        var wanted = WantedDocuments.Of(current.Head, published);
        var head = current.Head with
        {
            Keys = [.. current.Head.Keys.Union(wanted.Select(document => document.Key), StringComparer.Ordinal)],
            Pending = [.. current.Head.Pending, mark],
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(head, NewsJson.Wire.ArticleHead);
        var put = Change.Put(ArticleKeys.Head, body, Expectation.Match(current.ETag));
        var partition = ArticleKeys.Partition(head.Id);
        var commit = await patience.Try(() => store.Commit(partition, [put, ArticleWriter.CardOf(head, published)], ct), ct);
        return commit is CommitResult.Done;
    }

    private ValueTask<CommitResult> Commit(string partition, Change change, CancellationToken ct) =>
        patience.Try(() => store.Commit(partition, [change], ct), ct);

    /// <summary>By the entry's ETag: one that a write puts there just now stays.</summary>
    private async Task<bool> RemoveOrphan(string list, Document entry, CancellationToken ct)
    {
        var head = entry.Id.Length > IdLength ? (await reader.Head(entry.Id[^IdLength..], ct))?.Head : null;
        if (head is not null && (head.Pending.Count > 0 || await Accounts(head, $"{list}/{entry.Id}", ct)))
            return false;
        return await Commit(list, Change.Delete(entry.Id, Expectation.Match(entry.ETag)), ct) is CommitResult.Done;
    }

    private async Task<bool> Accounts(ArticleHead head, string key, CancellationToken ct) =>
        WantedDocuments.Of(head, await reader.PublishedContent(head, ct)).Any(document => document.Key == key);
}
