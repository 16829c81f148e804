using System.Globalization;
using News.Functions.Storage;

namespace News.Functions.Tests.Support;

/// <summary>The port in memory, for simulations of millions of calls; held to the same contract as the engines.</summary>
public sealed class MemoryStore(TimeProvider time) : IDocumentStore
{
    private readonly Dictionary<string, SortedList<string, Entry>> _partitions = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private long _writes;

    /// <summary>Every live document, as partition, id and body.</summary>
    public IReadOnlyList<(string Partition, string Id, ReadOnlyMemory<byte> Body)> Everything()
    {
        lock (_lock)
            return [.. _partitions.SelectMany(pair => Live(pair.Key).Select(entry => (pair.Key, entry.Key, entry.Value.Body)))];
    }

    /// <inheritdoc/>
    public ValueTask<Document?> Read(string pk, string id, CancellationToken ct)
    {
        StoreRules.CheckKey(pk);
        StoreRules.CheckKey(id);
        ct.ThrowIfCancellationRequested();
        lock (_lock)
            return ValueTask.FromResult(Find(pk, id) is { } entry ? new Document(id, entry.ETag, entry.Body) : null);
    }

    /// <inheritdoc/>
    public ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        StoreRules.CheckCommit(pk, changes);
        ct.ThrowIfCancellationRequested();
        lock (_lock)
        {
            for (var i = 0; i < changes.Count; i++)
            {
                if (Refused(Find(pk, changes[i].Id), changes[i].Expect) is { } why)
                    return ValueTask.FromResult<CommitResult>(new CommitResult.Refused(i, why));
            }

            return ValueTask.FromResult<CommitResult>(new CommitResult.Done([.. changes.Select(change => Apply(pk, change))]));
        }
    }

    /// <inheritdoc/>
    public ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct)
    {
        StoreRules.CheckPage(pk, range);
        ct.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var all = Live(pk).Where(entry => IsInside(entry.Key, range));
            var ordered = (range.Backward ? all.Reverse() : all).Select(entry => new Document(entry.Key, entry.Value.ETag, entry.Value.Body)).ToList();
            var bytes = 0L;
            var items = ordered.Take(range.Take).TakeWhile((document, i) => (bytes += document.Body.Length) <= StoreLimits.PageBytes || i == 0).ToList();
            return ValueTask.FromResult(new DocumentPage(items, items.Count < ordered.Count));
        }
    }

    private static bool IsInside(string id, PageRange range) =>
        (range.From is null || string.CompareOrdinal(id, range.From) > 0) && (range.To is null || string.CompareOrdinal(id, range.To) < 0);

    private static Refusal? Refused(Entry? there, Expectation expect) =>
        expect.MustBeAbsent ? (there is null ? null : Refusal.Exists)
        : expect.ETag is not { } etag ? null
        : there is null ? Refusal.Missing
        : there.ETag == etag ? null
        : Refusal.Changed;

    private string? Apply(string pk, Change change)
    {
        if (!_partitions.TryGetValue(pk, out var partition))
            _partitions[pk] = partition = new(StringComparer.Ordinal);
        partition.Remove(change.Id);
        if (change.Body is not { } body)
            return null;
        var entry = new Entry((++_writes).ToString(CultureInfo.InvariantCulture), body.ToArray(), time.GetUtcNow() + change.TimeToLive);
        partition[change.Id] = entry;
        return entry.ETag;
    }

    private Entry? Find(string pk, string id) =>
        _partitions.TryGetValue(pk, out var partition) && partition.TryGetValue(id, out var entry) && IsLive(entry) ? entry : null;

    private IEnumerable<KeyValuePair<string, Entry>> Live(string pk) =>
        _partitions.TryGetValue(pk, out var partition) ? partition.Where(entry => IsLive(entry.Value)) : [];

    private bool IsLive(Entry entry) => entry.Expires is not { } expires || expires > time.GetUtcNow();

    private sealed record Entry(string ETag, ReadOnlyMemory<byte> Body, DateTimeOffset? Expires);
}
