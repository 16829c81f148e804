using System.Collections.Concurrent;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage.Projections;

/// <summary>The list of every feed there is, so that a rebuild can find entries whose article forgot them.</summary>
public sealed class FeedBook(IDocumentStore store, Patience patience)
{
    public const string Partition = "feeds";

    private readonly ConcurrentDictionary<string, bool> _noted = new(StringComparer.Ordinal);

    /// <summary>Makes sure the feed is on the list; asks the store once per feed and process.</summary>
    public async ValueTask Note(string feed, CancellationToken ct)
    {
        if (_noted.ContainsKey(feed))
            return;
        if (await store.Read(Partition, feed, ct) is null)
            await patience.Try(() => store.Commit(Partition, [Change.Put(feed, "{}"u8.ToArray())], ct), ct);
        _noted.TryAdd(feed, true);
    }
}
