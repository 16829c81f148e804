using News.Functions.Storage;
using News.Functions.Storage.Faults;

namespace News.Functions.Tests.Reading;

/// <summary>A store that cannot be reached while it is out.</summary>
public sealed class BrokenStore(IDocumentStore inner, Outage outage) : IDocumentStore
{
    public ValueTask<Document?> Read(string pk, string id, CancellationToken ct) => Try().Read(pk, id, ct);

    public ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct) => Try().Commit(pk, changes, ct);

    public ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct) => Try().Page(pk, range, ct);

    private IDocumentStore Try() => outage.Now ? throw new StoreUnavailableException("Out of reach.") : inner;
}
