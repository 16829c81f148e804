using System.IO.Hashing;
using System.Runtime.InteropServices;
using News.Functions.Storage.MostRead;
using News.Functions.Storage.Site;

namespace News.Functions.Storage.Stamps;

/// <summary>
/// Counts the writes this process sent to each partition, in a fixed number of counters that are never reset: what was built while a
/// counter stood at a value holds as long as it still does. Two partitions that share a counter only cost a needless miss.
/// </summary>
public sealed class ChangeCounters
{
    // 512 KiB: with fewer, a page built from thirty partitions would share a counter with the busiest ones too often.
    private const int Count = 65_536;

    // Views come by the hundred a second, and nothing that is kept ready is made of them: what shared their counter would never be ready.
    private const int OfViews = Count;

    private readonly long[] _values = new long[Count + 1];

    /// <summary>How often the counter was raised.</summary>
    public long this[int counter] => Volatile.Read(ref _values[counter]);

    /// <summary>The counter of a whole partition.</summary>
    public static int Of(string pk) => pk.StartsWith(MostReadKeys.ViewsPrefix, StringComparison.Ordinal)
        ? OfViews
        : (int)(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(pk.AsSpan())) % Count);

    /// <summary>
    /// The counter of one document: its partition's, but for the site's. Every view shows some of its documents, and a new byline
    /// writes another, so each of them counts alone.
    /// </summary>
    public static int Of(string pk, string id) => pk == SiteStore.Partition ? Of($"{pk}/{id}") : Of(pk);

    /// <summary>Says that these changes were sent, whatever came of them.</summary>
    /// <remarks>The partition first: who finds its counter where it was knows the same of its documents' counters read before.</remarks>
    public void Raise(string pk, IReadOnlyList<Change> changes)
    {
        Raise(Of(pk));
        if (pk != SiteStore.Partition)
            return;
        foreach (var change in changes)
            Raise(Of(pk, change.Id));
    }

    private void Raise(int counter) => Interlocked.Increment(ref _values[counter]);
}
