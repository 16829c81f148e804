using System.Buffers.Binary;

namespace News.Domain.MostRead.Counting;

/// <summary>
/// What rankings need of a day that is over: for each article its distinct readers, and for each window of days the sum over the day's
/// hours of readers × 2^(hours since the day's start / half-life), from which the day's part of a score follows at any later moment.
/// </summary>
public sealed class DayTally
{
    private const byte Version = 1;
    private const int ArticleBytes = 16;
    private const int EntryBytes = ArticleBytes + (3 * sizeof(int));

    /// <summary>Articles kept, those with the most readers: one that is not among so many of a day is in no list because of it.</summary>
    private const int Most = 20_000;

    private readonly Dictionary<UInt128, Entry> _entries = [];

    /// <summary>The articles and what is kept of them.</summary>
    public IEnumerable<KeyValuePair<UInt128, Entry>> Entries => _entries;

    /// <summary>Distinct readers of an article that day.</summary>
    public int Readers(UInt128 article) => _entries.TryGetValue(article, out var entry) ? entry.Readers : 0;

    /// <summary>Notes an article.</summary>
    public void Add(UInt128 article, Entry entry) => _entries.Add(article, entry);

    /// <summary>The version (1), then article by article its number, readers and two sums, big-endian.</summary>
    public byte[] Write()
    {
        var kept = _entries.OrderByDescending(entry => entry.Value.Readers).ThenBy(entry => entry.Key).Take(Most).OrderBy(entry => entry.Key).ToList();
        var bytes = new byte[1 + (kept.Count * EntryBytes)];
        bytes[0] = Version;
        var rest = bytes.AsSpan(1);
        foreach (var (article, entry) in kept)
        {
            BinaryPrimitives.WriteUInt128BigEndian(rest, article);
            BinaryPrimitives.WriteInt32BigEndian(rest[ArticleBytes..], entry.Readers);
            BinaryPrimitives.WriteSingleBigEndian(rest[(ArticleBytes + 4)..], entry.Last7Days);
            BinaryPrimitives.WriteSingleBigEndian(rest[(ArticleBytes + 8)..], entry.Last30Days);
            rest = rest[EntryBytes..];
        }

        return bytes;
    }

    /// <summary>The tally that was written.</summary>
    /// <exception cref="InvalidDataException">These are not the bytes of a tally.</exception>
    public static DayTally Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % EntryBytes != 1 || bytes[0] != Version)
            throw new InvalidDataException("Not a day's tally.");
        var tally = new DayTally();
        for (var rest = bytes[1..]; rest.Length > 0; rest = rest[EntryBytes..])
        {
            var entry = new Entry(
                BinaryPrimitives.ReadInt32BigEndian(rest[ArticleBytes..]),
                BinaryPrimitives.ReadSingleBigEndian(rest[(ArticleBytes + 4)..]),
                BinaryPrimitives.ReadSingleBigEndian(rest[(ArticleBytes + 8)..]));
            if (entry.Readers < 0 || !IsSum(entry.Last7Days) || !IsSum(entry.Last30Days)
                || !tally._entries.TryAdd(BinaryPrimitives.ReadUInt128BigEndian(rest), entry))
                throw new InvalidDataException("A day's tally has an entry that cannot be.");
        }

        return tally;
    }

    private static bool IsSum(float value) => float.IsFinite(value) && value >= 0;

    /// <summary>An article's day.</summary>
    /// <param name="Readers">Distinct ones.</param>
    /// <param name="Last7Days">The sum by that window's half-life.</param>
    /// <param name="Last30Days">The sum by that window's half-life.</param>
    public readonly record struct Entry(int Readers, float Last7Days, float Last30Days)
    {
        /// <summary>The sum of a window of days.</summary>
        public double Sum(Window window) => window == Window.Last7Days ? Last7Days : Last30Days;
    }
}
