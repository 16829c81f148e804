using News.Functions.Storage;

namespace News.Functions.Tests.Reading;

/// <summary>A store that counts its calls.</summary>
public sealed class CallCount(IDocumentStore inner) : IDocumentStore
{
    private int _calls;

    public int Calls => _calls;

    public ValueTask<Document?> Read(string pk, string id, CancellationToken ct) => Counted().Read(pk, id, ct);

    public ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct) => Counted().Commit(pk, changes, ct);

    public ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct) => Counted().Page(pk, range, ct);

    private IDocumentStore Counted()
    {
        Interlocked.Increment(ref _calls);
        return inner;
    }
}
