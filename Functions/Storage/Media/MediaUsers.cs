using System.Text.Json;
using News.Domain;
using News.Domain.Articles;
using News.Domain.Lists;
using News.Domain.Media;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Faults;
using News.Functions.Storage.Site;

namespace News.Functions.Storage.Media;

/// <summary>Who shows an asset; when it changes, they show it as it is now.</summary>
public sealed class MediaUsers(
    IDocumentStore store, AssetStore assets, ArticleReader articles, Rebuild rebuild, SiteStore site, AuthorBook authors, Patience patience, TimeProvider time)
{
    /// <summary>Changes an asset and everything readers get of it.</summary>
    /// <param name="edit">As <see cref="AssetStore.Change"/>.</param>
    /// <returns>The asset as it is now; null where there is none.</returns>
    public Task<MediaAsset?> Change(string id, Func<MediaAsset, MediaAsset> edit, CancellationToken ct) => Noted(
        id,
        async () =>
        {
            var changed = await assets.Change(id, edit, ct);
            await Show(id, ct);
            return changed?.Asset;
        },
        ct);

    /// <summary>Does something to an asset that must not stay half done: a note left first lets repair <see cref="Redo"/> it after a crash.</summary>
    public async Task<T> Noted<T>(string id, Func<Task<T>> work, CancellationToken ct)
    {
        var note = Feed.EntryId(time.GetUtcNow(), Guid.CreateVersion7(time.GetUtcNow()).ToString("N"));
        var intent = JsonSerializer.SerializeToUtf8Bytes(new Intent("", "", Asset: id), NewsJson.Wire.Intent);
        await patience.Try(() => store.Commit(Intent.Partition, [Storage.Change.Put(note, intent)], ct), ct);
        var done = await work();
        await patience.Try(() => store.Commit(Intent.Partition, [Storage.Change.Delete(note)], ct), ct);
        return done;
    }

    /// <summary>
    /// Brings everything in line with the asset: one that was to be deleted and is used stays, and whatever was written without it in
    /// between is written again.
    /// </summary>
    public async Task Redo(string id, CancellationToken ct)
    {
        if (await assets.Read(id, ct) is { Asset.Deleting: true } && (await Names(id, ct)).Count > 0)
            await assets.Change(id, asset => asset with { Deleting = false }, ct);
        await Show(id, ct);
    }

    /// <summary>
    /// Has every article and author that shows the asset take it up as it is now. Articles record their use before they read the asset,
    /// so none that read it before its change is missed.
    /// </summary>
    private async Task Show(string id, CancellationToken ct)
    {
        foreach (var article in await assets.Users(id, ct))
            await rebuild.Article(article, ct);
        var facts = (await assets.Read(id, ct))?.Asset.Facts();
        foreach (var author in await AuthorsWith(id, ct))
            await authors.Put(author.Slug, new Precondition.Exists(), (there, _) => there! with { PhotoFacts = facts, Version = there.Version + 1 }, ct);
    }

    /// <summary>The articles that use the asset now, in what is published or in what is being written.</summary>
    public async Task<IReadOnlyList<ArticleHead>> Articles(string id, CancellationToken ct)
    {
        List<ArticleHead> users = [];
        foreach (var article in await assets.Users(id, ct))
        {
            if (await articles.Head(article, ct) is { Head: { State: not ArticleState.Deleted } head } && head.Assets.Concat(head.PublishedAssets).Contains(id))
                users.Add(head);
        }

        return users;
    }

    /// <summary>Every use of the asset, as one tells an editor.</summary>
    public async Task<IReadOnlyList<string>> Names(string id, CancellationToken ct) =>
    [
        .. (await Articles(id, ct)).Select(head => head.Slug),
        .. (await AuthorsWith(id, ct)).Select(author => $"the author {author.Slug}"),
    ];

    private async Task<IReadOnlyList<Domain.Site.Author>> AuthorsWith(string id, CancellationToken ct) =>
        [.. (await site.Directory(ct)).Authors.Where(author => author.Photo?.Asset == id)];
}
