using System.Text.Json;
using News.Domain.MostRead;

namespace News.Functions.Storage.MostRead;

/// <summary>How far the count has come, for all instances: whichever runs the timer next goes on from there.</summary>
public sealed class CountProgress(IDocumentStore store)
{
    private const string Id = "progress";

    /// <summary>The last closed hour, and the ETag to move it on by; null before the first.</summary>
    public async ValueTask<(Hour? Closed, string? ETag)> Read(CancellationToken ct) =>
        await store.Read(MostReadKeys.Count, Id, ct) is { } document
            ? (new Hour(JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.Int32)), document.ETag)
            : (null, null);

    /// <summary>Moves on.</summary>
    /// <returns>False when another run has moved it meanwhile.</returns>
    public async ValueTask<bool> Move(Hour closed, string? etag, CancellationToken ct)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(closed.Number, NewsJson.Wire.Int32);
        var expect = etag is null ? Expectation.Absent : Expectation.Match(etag);
        return await store.Commit(MostReadKeys.Count, [Change.Put(Id, body, expect)], ct) is CommitResult.Done;
    }
}
