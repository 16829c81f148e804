using News.Domain;
using News.Functions.Storage.Media;

namespace News.Functions.Media.Processing;

/// <summary>
/// Takes an asset out of the library. A mark goes first, so that from then on nothing can begin to use it; the document goes last, so
/// that whoever dies on the way leaves something to go on from.
/// </summary>
public sealed class AssetRemoval(AssetStore assets, MediaUsers users, AssetFiles files)
{
    /// <summary>Removes an asset that nobody uses.</summary>
    /// <exception cref="Failure">There is none, or it is used; the users are named.</exception>
    public async Task Remove(string id, CancellationToken ct)
    {
        await CheckUnused(id, ct);
        var marked = await assets.Change(id, asset => asset with { Deleting = true }, ct)
            ?? throw new Failure(FailureCode.NotFound, $"There is no picture {id}.");
        try
        {
            await CheckUnused(id, ct);
        }
        catch (Failure)
        {
            await assets.Change(id, asset => asset with { Deleting = false }, ct);
            throw;
        }

        await Finish(marked, ct);
    }

    /// <summary>Goes on with a removal from its mark. Files are removed only as they were while it was marked, never those of the same picture dropped again.</summary>
    public async Task Finish(StoredAsset marked, CancellationToken ct)
    {
        var found = await files.Find(marked.Asset.Id, ct);
        if ((await assets.Read(marked.Asset.Id, ct))?.ETag != marked.ETag)
            return;
        await files.Delete(found, ct);
        await assets.Remove(marked, ct);
    }

    private async Task CheckUnused(string id, CancellationToken ct)
    {
        var articles = (await users.Articles(id, ct)).Select(head => head.Slug);
        var authors = (await users.AuthorsWith(id, ct)).Select(author => $"the author {author.Slug}");
        var names = articles.Concat(authors).ToList();
        if (names.Count > 0)
            throw new Failure(FailureCode.Conflict, $"It is used by {string.Join(", ", names)}. Take it out there first.");
    }
}
