using System.Text.Json;
using News.Domain;
using News.Domain.Media;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage.Media;

/// <summary>The newsroom's pictures and videos as documents: each asset, who uses it, and the newest-first list of all.</summary>
public sealed class AssetStore(IDocumentStore store, Patience patience)
{
    /// <summary>The asset, also one that is being deleted; null where there is none.</summary>
    public async ValueTask<StoredAsset?> Read(string id, CancellationToken ct) =>
        await store.Read(MediaAsset.Partition(id), MediaAsset.DocumentId, ct) is { } document
            ? new(JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.MediaAsset)!, document.ETag)
            : null;

    /// <summary>The asset that readers may see.</summary>
    /// <exception cref="Failure">There is none, or not any more.</exception>
    public async ValueTask<MediaAsset> Find(string id, CancellationToken ct) =>
        AssetId.IsValid(id) && await Read(id, ct) is { Asset: { Deleting: false } asset }
            ? asset
            : throw new Failure(FailureCode.NotFound, $"There is no picture or video {id}.");

    /// <summary>What is to be kept of those that are ready, by id.</summary>
    public static async Task<IReadOnlyDictionary<string, PictureFacts>> Facts(IDocumentStore store, IReadOnlyList<string> ids, CancellationToken ct)
    {
        var documents = await Task.WhenAll(ids.Select(id => store.Read(MediaAsset.Partition(id), MediaAsset.DocumentId, ct).AsTask()));
        return documents.OfType<Document>()
            .Select(document => JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.MediaAsset)!)
            .Where(asset => !asset.Deleting)
            .ToDictionary(asset => asset.Id, asset => asset.Facts());
    }

    /// <summary>
    /// Adds an asset: its place in the list first, itself last, so that what can be found is whole. When somebody else has added it
    /// meanwhile, theirs stays.
    /// </summary>
    /// <param name="instead">The ETag of an incomplete one it takes the place of; null expects none.</param>
    public async Task Add(MediaAsset asset, string? instead, CancellationToken ct)
    {
        await PutEntry(asset, ct);
        var body = JsonSerializer.SerializeToUtf8Bytes(asset, NewsJson.Wire.MediaAsset);
        var put = Storage.Change.Put(MediaAsset.DocumentId, body, instead is null ? Expectation.Absent : Expectation.Match(instead));
        await patience.Try(() => store.Commit(MediaAsset.Partition(asset.Id), [put], ct), ct);
        if (await Read(asset.Id, ct) is { } there && there.Asset.CreatedAt != asset.CreatedAt)
            await DeleteEntry(asset, ct);
    }

    /// <summary>Changes an asset, again each time somebody else was faster.</summary>
    /// <param name="edit">Gives the next one; throws a <see cref="Failure"/> to refuse.</param>
    /// <returns>The asset as it is now; null where there is none.</returns>
    public async Task<StoredAsset?> Change(string id, Func<MediaAsset, MediaAsset> edit, CancellationToken ct)
    {
        while (await Read(id, ct) is { } there)
        {
            var next = edit(there.Asset);
            var put = Storage.Change.Put(
                MediaAsset.DocumentId, JsonSerializer.SerializeToUtf8Bytes(next, NewsJson.Wire.MediaAsset), Expectation.Match(there.ETag));
            // One that did happen, though the store did not say, is refused the second time and read anew.
            if (await patience.Try(() => store.Commit(MediaAsset.Partition(id), [put], ct), ct) is not CommitResult.Done done)
                continue;
            if (next.Text != there.Asset.Text)
                await PutEntry(next, ct);
            return new(next, done.ETags[0]!);
        }

        return null;
    }

    /// <summary>Removes an asset that is still as it was read, then its place in the list.</summary>
    public async Task Remove(StoredAsset there, CancellationToken ct)
    {
        var delete = Storage.Change.Delete(MediaAsset.DocumentId, Expectation.Match(there.ETag));
        await patience.Try(() => store.Commit(MediaAsset.Partition(there.Asset.Id), [delete], ct), ct);
        await DeleteEntry(there.Asset, ct);
    }

    /// <summary>The articles that may use the asset; each one's head says whether it does.</summary>
    public async Task<IReadOnlyList<string>> Users(string id, CancellationToken ct)
    {
        List<string> articles = [];
        var last = MediaAsset.UsePrefix;
        while (true)
        {
            var page = await store.Page(MediaAsset.Partition(id), new(last), ct);
            articles.AddRange(page.Items.Select(use => use.Id[MediaAsset.UsePrefix.Length..]));
            if (!page.More)
                return articles;
            last = page.Items[^1].Id;
        }
    }

    /// <summary>
    /// Makes sure that the uses are on record before an article goes out: who deletes an asset looks for uses after marking it, who
    /// publishes looks for marks after recording uses, so one of the two sees the other.
    /// </summary>
    public static Task Claim(IDocumentStore store, Patience patience, string articleId, IEnumerable<string> assets, CancellationToken ct)
    {
        var use = Storage.Change.Put(MediaAsset.UseId(articleId), JsonSerializer.SerializeToUtf8Bytes(new MediaUse(articleId), NewsJson.Wire.MediaUse));
        return Task.WhenAll(assets.Select(async asset =>
        {
            if (await store.Read(MediaAsset.Partition(asset), use.Id, ct) is null)
                await patience.Try(() => store.Commit(MediaAsset.Partition(asset), [use], ct), ct);
        }).ToList());
    }

    private async Task PutEntry(MediaAsset asset, CancellationToken ct)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(MediaEntry.Of(asset), NewsJson.Wire.MediaEntry);
        var put = Storage.Change.Put(MediaAsset.EntryId(asset.CreatedAt, asset.Id), body);
        await patience.Try(() => store.Commit(MediaAsset.List, [put], ct), ct);
    }

    private async Task DeleteEntry(MediaAsset asset, CancellationToken ct) => await patience.Try(
        () => store.Commit(MediaAsset.List, [Storage.Change.Delete(MediaAsset.EntryId(asset.CreatedAt, asset.Id))], ct), ct);
}
