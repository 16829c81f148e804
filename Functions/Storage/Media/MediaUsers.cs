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
    /// <summary>Changes an asset and everything readers get of it. A note left first lets repair finish what a crash interrupts.</summary>
    /// <param name="edit">As <see cref="AssetStore.Change"/>.</param>
    /// <returns>The asset as it is now; null where there is none.</returns>
    public async Task<MediaAsset?> Change(string id, Func<MediaAsset, MediaAsset> edit, CancellationToken ct)
    {
        var note = Feed.EntryId(time.GetUtcNow(), Guid.CreateVersion7(time.GetUtcNow()).ToString("N"));
        var intent = JsonSerializer.SerializeToUtf8Bytes(new Intent("", "", Asset: id), NewsJson.Wire.Intent);
        await patience.Try(() => store.Commit(Intent.Partition, [Storage.Change.Put(note, intent)], ct), ct);
        var changed = await assets.Change(id, edit, ct);
        await Show(id, ct);
        await patience.Try(() => store.Commit(Intent.Partition, [Storage.Change.Delete(note)], ct), ct);
        return changed?.Asset;
    }

    /// <summary>
    /// Has every article and author that shows the asset take it up as it is now. Articles record their use before they read the asset,
    /// so none that read it before its change is missed.
    /// </summary>
    public async Task Show(string id, CancellationToken ct)
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

    /// <summary>The authors whose photo it is.</summary>
    public async Task<IReadOnlyList<Domain.Site.Author>> AuthorsWith(string id, CancellationToken ct) =>
        [.. (await site.Directory(ct)).Authors.Where(author => author.Photo?.Asset == id)];
}
