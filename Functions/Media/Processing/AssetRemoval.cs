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
        var there = await assets.Read(id, ct) ?? throw new Failure(FailureCode.NotFound, $"There is no picture or video {id}.");
        if (!there.Asset.Deleting)
            Refuse(await users.Names(id, ct));
        Refuse(await users.Noted(id, () => MarkAndSettle(id, ct), ct));
    }

    /// <summary>Goes on with a removal from its mark, or takes that back where somebody began to use the asset before it.</summary>
    public Task Resume(StoredAsset marked, CancellationToken ct) => users.Noted(marked.Asset.Id, () => Settle(marked, ct), ct);

    private async Task<IReadOnlyList<string>> MarkAndSettle(string id, CancellationToken ct) =>
        await assets.Change(id, asset => asset with { Deleting = true }, ct) is { } marked ? await Settle(marked, ct) : [];

    /// <returns>Who uses it; empty when it is gone.</returns>
    private async Task<IReadOnlyList<string>> Settle(StoredAsset marked, CancellationToken ct)
    {
        var names = await users.Names(marked.Asset.Id, ct);
        if (names.Count > 0)
            await users.Redo(marked.Asset.Id, ct);
        else
            await Finish(marked, ct);
        return names;
    }

    /// <summary>Files are removed only as they were while it was marked, never those of the same picture dropped again.</summary>
    private async Task Finish(StoredAsset marked, CancellationToken ct)
    {
        var found = await files.Find(marked.Asset.Id, ct);
        if ((await assets.Read(marked.Asset.Id, ct))?.ETag != marked.ETag)
            return;
        await files.Delete(found, ct);
        await assets.Remove(marked, ct);
    }

    private static void Refuse(IReadOnlyList<string> names)
    {
        if (names.Count > 0)
            throw new Failure(FailureCode.Conflict, $"It is used by {string.Join(", ", names)}. Take it out there first.");
    }
}
