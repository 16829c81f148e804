using System.Text.Json;
using News.Domain.Articles;
using News.Domain.Lists;
using News.Domain.Projection;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage.Articles;

/// <summary>Brings every list and slug document that follows from an article up to date with its head.</summary>
public sealed class Projector(IDocumentStore store, ArticleReader reader, FeedBook feeds, Patience patience)
{
    /// <summary>
    /// Returns when the write with this mark is projected, by us or by somebody else. Always from the head as it is now, never from
    /// what the caller remembers: a later write's lists would be overwritten with older ones for ever.
    /// </summary>
    public async Task Project(string articleId, string mark, CancellationToken ct)
    {
        while (await reader.Head(articleId, ct) is { } current && current.Head.Pending.Contains(mark))
        {
            var published = await reader.PublishedContent(current.Head, ct);
            var wanted = WantedDocuments.Of(current.Head, published);
            await Apply(current.Head, wanted, ct);
            if (current.Head.State == ArticleState.Deleted && current.Head.Pending.Count == 1)
                await Purge(current, ct);
            else
                await Settle(current, mark, wanted, ct);
        }
    }

    private async Task Settle(StoredHead current, string mark, IReadOnlyList<ProjectedDocument> wanted, CancellationToken ct)
    {
        var pending = current.Head.Pending.Where(other => other != mark).ToList();
        var settled = current.Head with
        {
            Pending = pending,
            Keys = pending.Count == 0 ? [.. wanted.Select(document => document.Key)] : current.Head.Keys,
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(settled, NewsJson.Wire.ArticleHead);
        await Commit(ArticleKeys.Partition(settled.Id), Change.Put(ArticleKeys.Head, body, Expectation.Match(current.ETag)), ct);
    }

    /// <summary>
    /// Removes what is left of a deleted article, its head last: as long as that is there, repair can go on. Only for the last pending
    /// write: another that is still at it may put what it saw before, and then needs the head to find that out.
    /// </summary>
    private async Task Purge(StoredHead deleted, CancellationToken ct)
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
        await Commit(partition, Change.Delete(ArticleKeys.Head, Expectation.Match(deleted.ETag)), ct);
    }

    private Task Apply(ArticleHead head, IReadOnlyList<ProjectedDocument> wanted, CancellationToken ct)
    {
        var kept = wanted.Select(document => document.Key).ToHashSet(StringComparer.Ordinal);
        var puts = wanted.Select(document => Put(head.Id, document, ct));
        var deletes = head.Keys.Where(key => !kept.Contains(key)).Select(key => Delete(head.Id, key, ct));
        return Task.WhenAll(puts.Concat(deletes).ToList());
    }

    private async Task Put(string articleId, ProjectedDocument document, CancellationToken ct)
    {
        if (document.Value is CardEntry)
            await feeds.Note(document.Partition, ct);
        if (document.Value is SlugAnswer)
            await ChangeOwnSlug(articleId, document.Partition, etag => Change.Put(document.Id, Bytes(document.Value), etag), ct);
        else
            await Commit(document.Partition, Change.Put(document.Id, Bytes(document.Value)), ct);
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

    private static byte[] Bytes(object value) => JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), NewsJson.Wire);
}
