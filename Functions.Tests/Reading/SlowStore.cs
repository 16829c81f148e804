using News.Functions.Storage;

namespace News.Functions.Tests.Reading;

/// <summary>A store whose answers take a moment now and then, so that everything else can happen in between.</summary>
public sealed class SlowStore(IDocumentStore inner) : IDocumentStore
{
    public async ValueTask<Document?> Read(string pk, string id, CancellationToken ct)
    {
        var document = await inner.Read(pk, id, ct);
        await Dawdle();
        return document;
    }

    public async ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        await Dawdle();
        var result = await inner.Commit(pk, changes, ct);
        await Dawdle();
        return result;
    }

    public async ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct)
    {
        var page = await inner.Page(pk, range, ct);
        await Dawdle();
        return page;
    }

    private static async ValueTask Dawdle()
    {
        for (var i = Random.Shared.Next(4); i > 0; i--)
            await Task.Yield();
    }
}
