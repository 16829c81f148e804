using System.Text.Json;
using News.Domain;
using News.Domain.Site;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage.Site;

/// <summary>The pins of the home page.</summary>
public sealed class FrontStore(IDocumentStore store)
{
    private const string HomeId = "front:home";

    /// <summary>The front; an empty one of version 0 where nobody has written it.</summary>
    public async ValueTask<Front> Home(CancellationToken ct) => (await Read(ct)).Front;

    /// <summary>Writes the pins whole.</summary>
    /// <returns>The front with its new version, and whether it is new.</returns>
    /// <exception cref="Failure">The precondition does not hold.</exception>
    public async Task<(Front Front, bool Created)> PutHome(IReadOnlyList<string> pinned, Precondition precondition, CancellationToken ct)
    {
        while (true)
        {
            var (there, etag) = await Read(ct);
            precondition.Check(etag is null ? null : SiteETag.Of(there.Version), "front");
            var next = new Front(pinned, there.Version + 1);
            var body = JsonSerializer.SerializeToUtf8Bytes(next, NewsJson.Wire.Front);
            if (await TryCommit(Change.Put(HomeId, body, etag is null ? Expectation.Absent : Expectation.Match(etag)), next, ct))
                return (next, etag is null);
        }
    }

    /// <summary>False when somebody else was faster. When the store does not say, the front as it is there does.</summary>
    private async Task<bool> TryCommit(Change put, Front next, CancellationToken ct)
    {
        try
        {
            return await store.Commit(SiteStore.Partition, [put], ct) is CommitResult.Done;
        }
        catch (CommitUnknownException)
        {
            var (there, _) = await Read(ct);
            return there.Version == next.Version && there.Pinned.SequenceEqual(next.Pinned);
        }
    }

    private async ValueTask<(Front Front, string? ETag)> Read(CancellationToken ct) =>
        await store.Read(SiteStore.Partition, HomeId, ct) is { } document
            ? (JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.Front)!, document.ETag)
            : (new Front([], 0), null);
}
