using System.Net;
using Microsoft.Azure.Cosmos;

namespace News.Functions.Storage.Cosmos;

/// <summary>Commits as transactional batches; one change alone too, so that there is one way and one table of statuses.</summary>
public sealed class CosmosCommits(Container container, RequestCharges charges)
{
    private static readonly TransactionalBatchItemRequestOptions _plain = new() { EnableContentResponseOnWrite = false };

    /// <summary>
    /// Sends the batch. One that deletes what is not there fails whole with 404: where nothing was expected of it that delete is dropped
    /// and the rest sent again.
    /// </summary>
    public async ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        List<int> sent = [.. Enumerable.Range(0, changes.Count)];
        var etags = new string?[changes.Count];
        while (sent.Count > 0)
        {
            using var response = await Send(pk, [.. sent.Select(index => changes[index])], ct);
            charges.Note("commit", pk, response.RequestCharge);
            if (response.IsSuccessStatusCode)
            {
                for (var i = 0; i < sent.Count; i++)
                    etags[sent[i]] = changes[sent[i]].Body is null ? null : response[i].ETag;
                break;
            }

            var failed = Failed(response, changes);
            if (!IsIdleDelete(changes[sent[failed.Place]], failed.Why))
                return new CommitResult.Refused(sent[failed.Place], failed.Why);
            sent.RemoveAt(failed.Place);
        }

        return new CommitResult.Done(etags);
    }

    private async Task<TransactionalBatchResponse> Send(string pk, List<Change> changes, CancellationToken ct)
    {
        var batch = container.CreateTransactionalBatch(new PartitionKey(pk));
        foreach (var change in changes)
            Add(batch, pk, change);
        try
        {
            return await batch.ExecuteAsync(ct);
        }
        catch (Exception fault) when (CosmosStatus.IsTransport(fault))
        {
            var (status, retryAfter) = CosmosStatus.Of(fault);
            throw CosmosStatus.OfCommit(status, retryAfter, fault.Message, Bytes(changes));
        }
    }

    private static void Add(TransactionalBatch batch, string pk, Change change)
    {
        // A star would match any document there; it was never anybody's ETag.
        var options = change.Expect.ETag is { } etag
            ? new TransactionalBatchItemRequestOptions { IfMatchEtag = etag == "*" ? "\"*\"" : etag, EnableContentResponseOnWrite = false }
            : _plain;
        _ = change switch
        {
            { Body: null } => batch.DeleteItem(change.Id, options),
            { Expect.MustBeAbsent: true } => batch.CreateItemStream(CosmosItem.Write(pk, change), options),
            { Expect.ETag: not null } => batch.ReplaceItemStream(change.Id, CosmosItem.Write(pk, change), options),
            _ => batch.UpsertItemStream(CosmosItem.Write(pk, change), options),
        };
    }

    /// <summary>The change that failed the batch: all others answer 424.</summary>
    private static (int Place, Refusal Why) Failed(TransactionalBatchResponse response, IReadOnlyList<Change> changes)
    {
        for (var i = 0; i < response.Count; i++)
        {
            if (response[i].StatusCode != HttpStatusCode.FailedDependency && CosmosStatus.Refused(response[i].StatusCode) is { } why)
                return (i, why);
        }

        throw CosmosStatus.OfCommit(response.StatusCode, response.RetryAfter, response.ErrorMessage, Bytes(changes));
    }

    private static bool IsIdleDelete(Change change, Refusal why) =>
        why == Refusal.Missing && change is { Body: null, Expect: { ETag: null, MustBeAbsent: false } };

    private static long Bytes(IEnumerable<Change> changes) => changes.Sum(change => (long)(change.Body?.Length ?? 0));
}
