using Microsoft.Azure.Cosmos;

namespace News.Functions.Storage.Cosmos;

/// <summary>Pages of a partition in the order of ids.</summary>
public sealed class CosmosPages(Container container, RequestCharges charges)
{
    /// <summary>
    /// One page; asks for one document more than wanted, to know whether there are more. Where Cosmos answers in parts, each is asked for
    /// anew after the last id, for a query that goes on by its token may go wrong while a physical partition is split.
    /// </summary>
    public async ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct)
    {
        List<Document> items = [];
        var bytes = 0L;
        for (var rest = range; ; rest = After(range, items[^1].Id))
        {
            var (documents, more) = await Part(pk, rest, range.Take + 1 - items.Count, ct);
            foreach (var document in documents)
            {
                bytes += document.Body.Length;
                if (items.Count == range.Take || (items.Count > 0 && bytes > StoreLimits.PageBytes))
                    return new(items, More: true);
                items.Add(document);
            }

            if (!more)
                return new(items, More: false);
        }
    }

    private static PageRange After(PageRange range, string id) => range.Backward ? range with { To = id } : range with { From = id };

    /// <summary>As many documents as Cosmos answers at once, at least one if there are any.</summary>
    private async Task<(List<Document> Documents, bool More)> Part(string pk, PageRange range, int most, CancellationToken ct)
    {
        // On Linux the SDK else asks the gateway for a plan before every query that has an order.
        var options = new QueryRequestOptions
        {
            PartitionKey = new PartitionKey(pk),
            MaxItemCount = most,
            EnableOptimisticDirectExecution = true,
        };
        using var iterator = container.GetItemQueryStreamIterator(Query(pk, range, most), requestOptions: options);
        List<Document> documents = [];
        while (iterator.HasMoreResults && documents.Count == 0)
            documents = await Next(iterator, pk, ct);
        return (documents, iterator.HasMoreResults);
    }

    private async Task<List<Document>> Next(FeedIterator iterator, string pk, CancellationToken ct)
    {
        try
        {
            using var response = await iterator.ReadNextAsync(ct);
            var answer = CosmosAnswer.Of(response);
            charges.Note("page", pk, answer.Charge);
            return response.IsSuccessStatusCode
                ? CosmosItem.ReadAll(await CosmosItem.Bytes(response.Content, ct))
                : throw CosmosStatus.OfRead(answer);
        }
        catch (Exception fault) when (CosmosAnswer.Of(fault, ct) is { } answer)
        {
            charges.Note("page", pk, answer.Charge);
            throw CosmosStatus.OfRead(answer, fault);
        }
    }

    /// <summary>
    /// Ordered by both paths of the composite index, so that it is used whichever bounds there are. Told how many are wanted, Cosmos answers
    /// a full page as the end: one that goes on may be asked for a second time by the SDK, with a plan, and charged twice.
    /// </summary>
    private static QueryDefinition Query(string pk, PageRange range, int most)
    {
        var order = range.Backward ? " DESC" : "";
        var text = $"SELECT TOP {most} c.id, c._etag, c.body FROM c WHERE c.pk = @pk"
            + (range.From is null ? "" : " AND c.id > @from")
            + (range.To is null ? "" : " AND c.id < @to")
            + $" ORDER BY c.pk{order}, c.id{order}";
        var query = new QueryDefinition(text).WithParameter("@pk", pk);
        if (range.From is { } from)
            query = query.WithParameter("@from", from);
        return range.To is { } to ? query.WithParameter("@to", to) : query;
    }
}
