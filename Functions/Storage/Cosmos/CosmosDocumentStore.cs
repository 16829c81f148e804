using Microsoft.Azure.Cosmos;

namespace News.Functions.Storage.Cosmos;

/// <summary>The port on Cosmos DB: point reads, transactional batches and pages by the composite index, nothing else.</summary>
public sealed class CosmosDocumentStore : IDocumentStore
{
    private readonly CosmosReads _reads;
    private readonly CosmosPages _pages;
    private readonly CosmosCommits _commits;

    public CosmosDocumentStore(Container container, RequestCharges charges)
    {
        _reads = new(container, charges);
        _pages = new(container, charges);
        _commits = new(container, _reads, charges);
    }

    /// <inheritdoc/>
    public ValueTask<Document?> Read(string pk, string id, CancellationToken ct)
    {
        StoreRules.CheckKey(pk);
        StoreRules.CheckKey(id);
        ct.ThrowIfCancellationRequested();
        return _reads.Read(pk, id, ct);
    }

    /// <inheritdoc/>
    public ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        StoreRules.CheckCommit(pk, changes);
        ct.ThrowIfCancellationRequested();
        return _commits.Commit(pk, changes, ct);
    }

    /// <inheritdoc/>
    public ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct)
    {
        StoreRules.CheckPage(pk, range);
        ct.ThrowIfCancellationRequested();
        return _pages.Page(pk, range, ct);
    }
}
