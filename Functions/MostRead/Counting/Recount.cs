using News.Domain.MostRead;
using News.Functions.Storage.MostRead;
using News.Functions.Storage.Views;

namespace News.Functions.MostRead.Counting;

/// <summary>
/// One run of the count: takes in the views stored since the last run, closes the hours that are over, makes the lists that are due, and
/// keeps what the next process needs. Everything it writes says the same whoever writes it, so runs that meet, repeat or break off
/// do no harm.
/// </summary>
public sealed class Recount(
    ViewLog views,
    HourSketches sketches,
    DayTallies tallies,
    ReaderCharts charts,
    CountProgress progress,
    ListMaker lists,
    TimeProvider time) : IDisposable
{
    /// <summary>Charts written in a run besides those of hours that close.</summary>
    private const int ChartsEach = 8;

    private static readonly TimeSpan _keepEvery = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _turn = new(1);
    private CountMemory? _memory;

    /// <summary>Runs once; a second call waits for the first.</summary>
    public async Task Run(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await Count(time.GetUtcNow(), ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task Count(DateTimeOffset now, CancellationToken ct)
    {
        var (closed, etag) = await progress.Read(ct);
        var earliest = Hour.Of(now - MostReadKeys.Kept);
        var from = closed is { } last && last.Number > earliest.Number ? last : earliest;
        // If another process has come further, or this one could not say how far it had, what it remembers is not what is stored.
        if (_memory?.Count.Closed != from)
            _memory = await Load(from, now, ct);
        await Fold(_memory, now, ct);
        await CloseHours(_memory, now, ct);
        if (_memory.Count.Closed != from && !await progress.Move(_memory.Count.Closed, etag, ct))
            return;
        await lists.Make(_memory.Count, now, ct);
        await WriteCharts(_memory, _memory.Outdated(ChartsEach), ct);
        await KeepSketches(_memory, now, ct);
        _memory.Count.Forget(now);
    }

    private async Task<CountMemory> Load(Hour closed, DateTimeOffset now, CancellationToken ct)
    {
        var memory = new CountMemory(closed);
        var first = new Hour(Math.Min(Window.Last24Hours.First(now).Number, (closed + 1).Day.FirstHour.Number));
        for (var day = first.Day; day.Number <= Day.Of(now).Number; day += 1)
        {
            await foreach (var (hour, book, until) in sketches.Read(day, first, ct))
            {
                memory.Count.Fold(hour, book);
                memory.LastRead[hour] = until;
            }
        }

        foreach (var hour in memory.Open(now))
        {
            foreach (var (article, _) in memory.Count.BookOf(hour).Sketches)
                memory.Outdate(hour, article);
        }

        return memory;
    }

    private async Task Fold(CountMemory memory, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var hour in memory.Open(now).ToList())
        {
            DateTimeOffset? lastRead = memory.LastRead.TryGetValue(hour, out var moment) ? moment : null;
            await foreach (var batch in views.Read(hour, lastRead, ct))
            {
                foreach (var article in memory.Count.Fold(hour, batch))
                    memory.Outdate(hour, article);
            }

            memory.LastRead[hour] = now;
        }
    }

    /// <summary>Closes what was complete before it was read in this run.</summary>
    private async Task CloseHours(CountMemory memory, DateTimeOffset now, CancellationToken ct)
    {
        while (now >= ViewLog.IsComplete(memory.Count.Closed + 1))
        {
            var hour = memory.Count.Closed + 1;
            await sketches.Put(hour, memory.Count.BookOf(hour), now, ct);
            await WriteCharts(memory, memory.Outdated(ReaderCharts.Shards, hour), ct);
            if (memory.Count.Close() is { } tally)
                await tallies.Put(hour.Day, tally, ct);
            memory.LastRead.Remove(hour);
        }
    }

    private async Task WriteCharts(CountMemory memory, IReadOnlyList<(Hour Hour, int Shard)> outdated, CancellationToken ct)
    {
        await Task.WhenAll(outdated.Select(chart =>
            charts.Put(chart.Shard, chart.Hour, memory.Count.BookOf(chart.Hour), memory.Count.BookOf(chart.Hour.Day), ct)));
        memory.Update(outdated);
    }

    private async Task KeepSketches(CountMemory memory, DateTimeOffset now, CancellationToken ct)
    {
        if (memory.KeptAt is { } kept && kept.UtcTicks / _keepEvery.Ticks == now.UtcTicks / _keepEvery.Ticks)
            return;
        foreach (var hour in memory.Open(now))
            await sketches.Put(hour, memory.Count.BookOf(hour), memory.LastRead[hour], ct);
        memory.KeptAt = now;
    }
}
