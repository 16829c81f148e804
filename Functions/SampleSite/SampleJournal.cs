using System.Text.Json;
using News.Functions.Storage;
using News.Functions.Storage.Site;

namespace News.Functions.SampleSite;

/// <summary>Keeps how far the sample site has come.</summary>
public sealed class SampleJournal(IDocumentStore store, TimeProvider time)
{
    private const string Id = "sample";

    /// <summary>Begins in an empty store.</summary>
    /// <returns>How far it has come; null where the store already holds something else.</returns>
    public async Task<SampleProgress?> Begin(CancellationToken ct)
    {
        if (await Read(ct) is { } there)
            return there;
        if ((await store.Page(SiteStore.Partition, new(Take: 1), ct)).Items.Count > 0)
            return null;
        var first = new SampleProgress(time.GetUtcNow(), Complete: false);
        await Write(first, ct);
        return first;
    }

    /// <summary>Null where there is no sample site.</summary>
    public async Task<SampleProgress?> Read(CancellationToken ct) => await store.Read(SiteStore.Partition, Id, ct) is { } document
        ? JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.SampleProgress)
        : null;

    public async Task Write(SampleProgress progress, CancellationToken ct) => await store.Commit(
        SiteStore.Partition, [Change.Put(Id, JsonSerializer.SerializeToUtf8Bytes(progress, NewsJson.Wire.SampleProgress))], ct);
}
