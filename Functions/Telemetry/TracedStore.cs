using System.Diagnostics;
using News.Functions.Storage;

namespace News.Functions.Telemetry;

/// <summary>A store whose every call is a span.</summary>
public sealed class TracedStore(IDocumentStore engine) : IDocumentStore
{
    /// <inheritdoc/>
    public async ValueTask<Document?> Read(string pk, string id, CancellationToken ct)
    {
        using var span = Start("store.read", pk);
        return await Watch(span, () => engine.Read(pk, id, ct));
    }

    /// <inheritdoc/>
    public async ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct)
    {
        using var span = Start("store.page", pk);
        var page = await Watch(span, () => engine.Page(pk, range, ct));
        span?.SetTag("db.response.returned_rows", page.Items.Count);
        return page;
    }

    /// <inheritdoc/>
    public async ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        using var span = Start("store.commit", pk);
        span?.SetTag("db.operation.batch.size", changes.Count);
        return await Watch(span, () => engine.Commit(pk, changes, ct));
    }

    /// <summary>Of the partition only its kind: what is before the first colon.</summary>
    private static Activity? Start(string name, string pk)
    {
        var span = Spans.Start(name, ActivityKind.Client);
        span?.SetTag("db.collection.name", pk.Split(':', 2)[0]);
        return span;
    }

    private static async ValueTask<T> Watch<T>(Activity? span, Func<ValueTask<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception fault)
        {
            Spans.Failed(span, fault);
            throw;
        }
    }
}
