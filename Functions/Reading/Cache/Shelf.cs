using System.Collections.Concurrent;

namespace News.Functions.Reading.Cache;

/// <summary>
/// Entries by key, bounded in bytes. Room is made by second chance: the oldest goes unless it was used since it was last looked at,
/// so a crawl through the archive does not push out what everybody reads.
/// </summary>
/// <param name="capacity">Bytes of all entries.</param>
internal sealed class Shelf(long capacity)
{
    // What an entry costs besides its value: key, stamp, places in dictionary and queue.
    private const int Overhead = 400;
    private const int LargestShare = 8;

    private readonly ConcurrentDictionary<CacheKey, Slot> _slots = new();
    private readonly Queue<Slot> _byAge = new();
    private readonly Lock _gate = new();
    private long _bytes;

    /// <summary>Bytes of all entries now.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    public CacheEntry? Find(CacheKey key)
    {
        if (!_slots.TryGetValue(key, out var slot))
            return null;
        if (!slot.Used)
            slot.Used = true;
        var entry = slot.Entry;
        if (slot.Bytes != Size(key, entry))
            Put(key, entry); // it has made more of itself since
        return entry;
    }

    public void Put(CacheKey key, CacheEntry entry)
    {
        var size = Size(key, entry);
        if (size > capacity / LargestShare)
            return;
        lock (_gate)
        {
            var slot = _slots.GetValueOrDefault(key) ?? Add(key, entry);
            _bytes += size - slot.Bytes;
            (slot.Entry, slot.Bytes) = (entry, size);
            while (_bytes > capacity)
                MakeRoom();
        }
    }

    private Slot Add(CacheKey key, CacheEntry entry)
    {
        var slot = new Slot(key, entry);
        _slots[key] = slot;
        _byAge.Enqueue(slot);
        return slot;
    }

    private void MakeRoom()
    {
        var oldest = _byAge.Dequeue();
        if (oldest.Used)
        {
            oldest.Used = false;
            _byAge.Enqueue(oldest);
            return;
        }
        _slots.TryRemove(oldest.Key, out _);
        _bytes -= oldest.Bytes;
    }

    private static int Size(CacheKey key, CacheEntry entry) => Overhead + (2 * key.Name.Length) + entry.Value.Bytes;

    private sealed class Slot(CacheKey key, CacheEntry entry)
    {
        public CacheKey Key => key;

        public CacheEntry Entry { get; set; } = entry;

        public int Bytes { get; set; }

        public bool Used { get; set; }
    }
}
