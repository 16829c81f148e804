using System.Text.Json;
using Microsoft.Azure.Cosmos;

namespace News.Functions.Storage.Cosmos;

/// <summary>Pages of a partition in the order of ids.</summary>
public sealed class CosmosPages(Container container, RequestCharges charges)
{
    /// <summary>One page; asks for one document more than wanted, to know whether there are more.</summary>
    public async ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct)
    {
        var options = new QueryRequestOptions { PartitionKey = new PartitionKey(pk), MaxItemCount = range.Take + 1 };
        using var iterator = container.GetItemQueryStreamIterator(Query(pk, range), requestOptions: options);
        List<Document> items = [];
        var bytes = 0L;
        while (iterator.HasMoreResults)
        {
            foreach (var document in await Next(iterator, pk, ct))
            {
                bytes += document.Body.Length;
                if (items.Count == range.Take || (items.Count > 0 && bytes > StoreLimits.PageBytes))
                    return new(items, More: true);
                items.Add(document);
            }
        }

        return new(items, More: false);
    }

    private async Task<List<Document>> Next(FeedIterator iterator, string pk, CancellationToken ct)
    {
        try
        {
            using var response = await iterator.ReadNextAsync(ct);
            charges.Note("page", pk, response.Headers.RequestCharge);
            if (!response.IsSuccessStatusCode)
                throw CosmosStatus.OfRead(response.StatusCode, RetryAfter.Of(response.Headers), response.ErrorMessage);
            using var answer = await JsonDocument.ParseAsync(response.Content, cancellationToken: ct);
            return [.. answer.RootElement.GetProperty("Documents"u8).EnumerateArray().Select(CosmosItem.Read)];
        }
        catch (Exception fault) when (CosmosStatus.IsTransport(fault))
        {
            var (status, retryAfter) = CosmosStatus.Of(fault);
            throw CosmosStatus.OfRead(status, retryAfter, fault.Message);
        }
    }

    /// <summary>Ordered by both paths of the composite index, so that it is used whichever bounds there are.</summary>
    private static QueryDefinition Query(string pk, PageRange range)
    {
        var order = range.Backward ? " DESC" : "";
        var text = "SELECT c.id, c._etag, c.body FROM c WHERE c.pk = @pk"
            + (range.From is null ? "" : " AND c.id > @from")
            + (range.To is null ? "" : " AND c.id < @to")
            + $" ORDER BY c.pk{order}, c.id{order}";
        var query = new QueryDefinition(text).WithParameter("@pk", pk);
        if (range.From is { } from)
            query = query.WithParameter("@from", from);
        return range.To is { } to ? query.WithParameter("@to", to) : query;
    }
}
