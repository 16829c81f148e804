using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;

namespace News.Functions.Storage.Cosmos;

/// <summary>The port on Cosmos DB: point reads, transactional batches and pages by the composite index, nothing else.</summary>
public sealed class CosmosDocumentStore(Container container, RequestCharges charges) : IDocumentStore
{
    private readonly CosmosPages _pages = new(container, charges);
    private readonly CosmosCommits _commits = new(container, charges);

    /// <inheritdoc/>
    public async ValueTask<Document?> Read(string pk, string id, CancellationToken ct)
    {
        StoreRules.CheckKey(pk);
        StoreRules.CheckKey(id);
        ct.ThrowIfCancellationRequested();
        try
        {
            using var response = await container.ReadItemStreamAsync(id, new PartitionKey(pk), cancellationToken: ct);
            charges.Note("read", pk, response.Headers.RequestCharge);
            if (response.StatusCode == HttpStatusCode.NotFound)
                return null;
            if (!response.IsSuccessStatusCode)
                throw CosmosStatus.OfRead(response.StatusCode, RetryAfter.Of(response.Headers), response.ErrorMessage);
            using var item = await JsonDocument.ParseAsync(response.Content, cancellationToken: ct);
            return CosmosItem.Read(item.RootElement);
        }
        catch (Exception fault) when (CosmosStatus.IsTransport(fault))
        {
            var (status, retryAfter) = CosmosStatus.Of(fault);
            throw CosmosStatus.OfRead(status, retryAfter, fault.Message);
        }
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
