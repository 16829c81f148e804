using System.Net;
using Microsoft.Azure.Cosmos;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage.Cosmos;

/// <summary>Commits as transactional batches; one change alone too, so that there is one way and one table of statuses.</summary>
public sealed class CosmosCommits(Container container, CosmosReads reads, RequestCharges charges)
{
    private static readonly TransactionalBatchItemRequestOptions _plain = new() { EnableContentResponseOnWrite = false };

    /// <summary>
    /// Sends the batch. One that deletes what is not there fails whole with 404: where nothing was expected of it that delete is dropped
    /// and the rest sent again.
    /// </summary>
    public async ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        List<int> sent = [.. Enumerable.Range(0, changes.Count)];
        for (var doubts = 0; sent.Count > 0;)
        {
            using var response = await Send(pk, [.. sent.Select(place => changes[place])], ct);
            if (response.IsSuccessStatusCode)
                return Done(changes, sent, response);
            var failed = Failed(response, changes);
            var (place, why) = (sent[failed.Place], failed.Why);
            if (IsIdleDelete(changes[place], why))
                sent.RemoveAt(failed.Place);
            else if (why != Refusal.Exists || await IsThere(pk, changes[place], ct))
                return new CommitResult.Refused(place, why);
            else if (++doubts > 1)
                throw new StoreUnavailableException($"Cosmos has not yet made room for {changes[place].Id} in {pk}.");
        }

        return new CommitResult.Done(new string?[changes.Count]);
    }

    private static CommitResult.Done Done(IReadOnlyList<Change> changes, List<int> sent, TransactionalBatchResponse response)
    {
        var etags = new string?[changes.Count];
        for (var i = 0; i < sent.Count; i++)
            etags[sent[i]] = changes[sent[i]].Body is null ? null : response[i].ETag;
        return new(etags);
    }

    private async Task<TransactionalBatchResponse> Send(string pk, List<Change> changes, CancellationToken ct)
    {
        var batch = container.CreateTransactionalBatch(new PartitionKey(pk));
        foreach (var change in changes)
            Add(batch, pk, change);
        try
        {
            var response = await batch.ExecuteAsync(ct);
            charges.Note("commit", pk, response.RequestCharge);
            return response;
        }
        catch (Exception fault) when (CosmosAnswer.Of(fault, ct) is { } answer)
        {
            charges.Note("commit", pk, answer.Charge);
            throw CosmosStatus.OfCommit(answer, Bytes(changes), fault);
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

    /// <summary>
    /// The change that failed the batch: all others answer 424. Where the batch failed as one, every change repeats its status.
    /// </summary>
    private static (int Place, Refusal Why) Failed(TransactionalBatchResponse response, IReadOnlyList<Change> changes)
    {
        var answer = CosmosAnswer.Of(response);
        for (var i = 0; i < response.Count && (answer.Status != HttpStatusCode.NotFound || answer.IsNothing); i++)
        {
            if (response[i].StatusCode != HttpStatusCode.FailedDependency && CosmosStatus.Refused(response[i].StatusCode) is { } why)
                return (i, why);
        }

        throw CosmosStatus.OfCommit(answer, Bytes(changes));
    }

    private static bool IsIdleDelete(Change change, Refusal why) =>
        why == Refusal.Missing && change is { Body: null, Expect: { ETag: null, MustBeAbsent: false } };

    /// <summary>
    /// Whether a conflict is to be believed. An expired document that still takes up its place is absent to readers, so what expects
    /// absence, or nothing, must not be refused for it: such a batch is sent once more, then the caller is told to come back.
    /// </summary>
    private async ValueTask<bool> IsThere(string pk, Change change, CancellationToken ct) =>
        change.Expect.MustBeAbsent && await reads.Read(pk, change.Id, ct) is not null;

    private static long Bytes(IEnumerable<Change> changes) => changes.Sum(change => (long)(change.Body?.Length ?? 0));
}
