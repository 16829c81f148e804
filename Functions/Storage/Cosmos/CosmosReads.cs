using Microsoft.Azure.Cosmos;

namespace News.Functions.Storage.Cosmos;

/// <summary>Point reads.</summary>
public sealed class CosmosReads(Container container, RequestCharges charges)
{
    /// <summary>The document, or null where there is none.</summary>
    public async ValueTask<Document?> Read(string pk, string id, CancellationToken ct)
    {
        try
        {
            using var response = await container.ReadItemStreamAsync(id, new PartitionKey(pk), cancellationToken: ct);
            var answer = CosmosAnswer.Of(response);
            charges.Note("read", pk, answer.Charge);
            return response.IsSuccessStatusCode ? CosmosItem.Read(await CosmosItem.Bytes(response.Content, ct))
                : answer.IsNothing ? null
                : throw CosmosStatus.OfRead(answer);
        }
        catch (Exception fault) when (CosmosAnswer.Of(fault, ct) is { } answer)
        {
            charges.Note("read", pk, answer.Charge);
            throw CosmosStatus.OfRead(answer, fault);
        }
    }
}
