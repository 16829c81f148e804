using News.Domain.MostRead;
using News.Domain.MostRead.Counting;
using News.Functions.Storage.MostRead;

namespace News.Functions.MostRead.Counting;

/// <summary>What one process remembers of the count from run to run. It can be made anew from the store at any time.</summary>
public sealed class CountMemory(Hour closed)
{
    private readonly Dictionary<(Hour Hour, int Shard), long> _outdated = [];
    private long _noted;

    /// <summary>The readers.</summary>
    public ReaderCount Count { get; } = new(closed);

    /// <summary>When the views of each open hour were last read.</summary>
    public Dictionary<Hour, DateTimeOffset> LastRead { get; } = [];

    /// <summary>When the sketches of the open hours were last kept.</summary>
    public DateTimeOffset? KeptAt { get; set; }

    /// <summary>The hours that are not closed, up to now.</summary>
    public IEnumerable<Hour> Open(DateTimeOffset now) => Hour.Range(Count.Closed + 1, Hour.Of(now));

    /// <summary>Notes that a chart no longer shows an article's readers as they are.</summary>
    public void Outdate(Hour hour, UInt128 article) => _outdated.TryAdd((hour, ReaderCharts.ShardOf(article)), _noted++);

    /// <summary>The charts to write, those first that have waited longest; with an hour, that hour's alone.</summary>
    public IReadOnlyList<(Hour Hour, int Shard)> Outdated(int most, Hour? hour = null) =>
        [.. _outdated.Where(chart => hour is null || chart.Key.Hour == hour).OrderBy(chart => chart.Value).Take(most).Select(chart => chart.Key)];

    /// <summary>Notes that charts are as they should be.</summary>
    public void Update(IEnumerable<(Hour Hour, int Shard)> charts)
    {
        foreach (var chart in charts)
            _outdated.Remove(chart);
    }
}
