using System.Text.Json;
using News.Domain.Articles;
using News.Domain.Projection;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage.Projections;

/// <summary>Brings every list and slug document that follows from an article up to date with its head.</summary>
public sealed class Projector(IDocumentStore store, ArticleReader reader, FeedBook feeds, Patience patience)
{
    /// <summary>
    /// Returns when the write with this mark is projected, by us or by somebody else. Always from the head as it is now, never from
    /// what the caller remembers: a later write's lists would be overwritten with older ones for ever.
    /// </summary>
    /// <param name="committed">The head as this caller has just committed it, which spares reading it back; a later write makes its ETag old.</param>
    public async Task Project(string articleId, string mark, CancellationToken ct, Projection? committed = null)
    {
        for (var current = committed ?? await Read(articleId, ct); current?.Head.Pending.Contains(mark) == true; current = await Read(articleId, ct))
        {
            await Apply(current, ct);
            var last = current.Head.State == ArticleState.Deleted && current.Head.Pending.Count == 1;
            if (await (last ? Purge(current, ct) : Settle(current, mark, ct)) is CommitResult.Done)
                return;
        }
    }

    private async Task<Projection?> Read(string articleId, CancellationToken ct)
    {
        if (await reader.Head(articleId, ct) is not { } stored)
            return null;
        // Before the pictures are read: who changes one afterwards then finds this article among those to tell.
        await Task.WhenAll(Projection.Uses(stored.Head).Select(use => Put(articleId, use, ct)).ToList());
        return new(stored, Projection.Documents(stored.Head, await reader.PublishedContent(stored.Head, ct)));
    }

    private async Task<CommitResult> Settle(Projection done, string mark, CancellationToken ct)
    {
        var pending = done.Head.Pending.Where(other => other != mark).ToList();
        var settled = done.Head with
        {
            Pending = pending,
            Keys = pending.Count == 0 ? [.. done.Wanted.Select(document => document.Key)] : done.Head.Keys,
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(settled, NewsJson.Wire.ArticleHead);
        return await Commit(ArticleKeys.Partition(settled.Id), Change.Put(ArticleKeys.Head, body, Expectation.Match(done.ETag)), ct);
    }

    /// <summary>
    /// Removes what is left of a deleted article, its head last: as long as that is there, repair can go on. Only for the last pending
    /// write: another that is still at it may put what it saw before, and then needs the head to find that out.
    /// </summary>
    private async Task<CommitResult> Purge(Projection deleted, CancellationToken ct)
    {
        var partition = ArticleKeys.Partition(deleted.Head.Id);
        DocumentPage page;
        do
        {
            page = await store.Page(partition, new(), ct);
            var rest = page.Items.Where(document => document.Id != ArticleKeys.Head).Select(document => Change.Delete(document.Id)).ToList();
            if (rest.Count > 0)
                await patience.Try(() => store.Commit(partition, rest, ct), ct);
        }
        while (page.More);
        return await Commit(partition, Change.Delete(ArticleKeys.Head, Expectation.Match(deleted.ETag)), ct);
    }

    private Task Apply(Projection projection, CancellationToken ct)
    {
        var head = projection.Head;
        var kept = projection.Wanted.Select(document => document.Key).ToHashSet(StringComparer.Ordinal);
        var puts = projection.Wanted.Select(document => Put(head.Id, document, ct));
        var deletes = head.Keys.Where(key => !kept.Contains(key)).Select(key => Delete(head.Id, key, ct));
        return Task.WhenAll(puts.Concat(deletes).ToList());
    }

    private async Task Put(string articleId, WantedBody document, CancellationToken ct)
    {
        // It says nothing but that it is there.
        if (document.IsUse && await store.Read(document.Partition, document.Id, ct) is not null)
            return;
        if (document.IsCard)
            await feeds.Note(document.Partition, ct);
        if (document.IsSlug)
            await ChangeOwnSlug(articleId, document.Partition, etag => Change.Put(document.Id, document.Body, etag), ct);
        else
            await Commit(document.Partition, Change.Put(document.Id, document.Body), ct);
    }

    private async Task Delete(string articleId, string key, CancellationToken ct)
    {
        var (partition, id) = (key[..key.IndexOf('/', StringComparison.Ordinal)], key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        if (id == SlugAnswer.DocumentId)
            await ChangeOwnSlug(articleId, partition, expect => Change.Delete(id, expect), ct);
        else
            await Commit(partition, Change.Delete(id), ct);
    }

    /// <summary>Changes a slug's document only while it is this article's or nobody's.</summary>
    private async Task ChangeOwnSlug(string articleId, string partition, Func<Expectation, Change> change, CancellationToken ct)
    {
        CommitResult? result = null;
        while (result is not CommitResult.Done)
        {
            var there = await store.Read(partition, SlugAnswer.DocumentId, ct);
            if (there is not null && JsonSerializer.Deserialize(there.Body.Span, NewsJson.Wire.SlugAnswer)!.ArticleId != articleId)
                return;
            var expect = there is null ? Expectation.Absent : Expectation.Match(there.ETag);
            if (there is null && change(expect).Body is null)
                return;
            result = await Commit(partition, change(expect), ct);
        }
    }

    /// <summary>Every write of a projection may be repeated: one that did happen is refused the second time, and then all is read anew.</summary>
    private async Task<CommitResult> Commit(string partition, Change change, CancellationToken ct) =>
        await patience.Try(() => store.Commit(partition, [change], ct), ct);
}
