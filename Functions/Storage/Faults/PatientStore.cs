namespace News.Functions.Storage.Faults;

/// <summary>An engine whose reads are tried again before a reader is told to come back later. Commits are the caller's to repeat.</summary>
public sealed class PatientStore(IDocumentStore engine, Patience patience) : IDocumentStore
{
    /// <inheritdoc/>
    public ValueTask<Document?> Read(string pk, string id, CancellationToken ct) => patience.Try(() => engine.Read(pk, id, ct), ct);

    /// <inheritdoc/>
    public ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct) => engine.Commit(pk, changes, ct);

    /// <inheritdoc/>
    public ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct) => patience.Try(() => engine.Page(pk, range, ct), ct);
}
