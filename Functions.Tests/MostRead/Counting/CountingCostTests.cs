using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using News.Domain.Articles;
using News.Domain.MostRead;
using News.Domain.MostRead.Counting;
using News.Domain.MostRead.Sketches;
using News.Functions.Storage;
using News.Functions.Storage.MostRead;
using News.Functions.Storage.Views;
using News.Functions.Tests.MostRead.Simulation;
using News.Functions.Tests.Storage.Cost;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.MostRead.Counting;

/// <summary>What the timer costs on a site where 5,000 articles are read, a million times a day.</summary>
public sealed class CountingCostTests : IDisposable
{
    private const double MostUnits = 2_000;
    private const int BatchesAMinute = 7;
    private const int ViewsOfABatch = 100;
    private const int Sections = 20;

    private readonly FakeTimeProvider _time = new(new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero));
    private readonly MemoryStore _memory;
    private readonly CountedStore _store;
    private readonly Readership _readership;
    private CountingProcess _process;
    private int _batches;

    public CountingCostTests()
    {
        _memory = new(_time);
        _store = new(_memory);
        _readership = new(seed: 2, _time.GetUtcNow());
        _process = new(_store, _time);
    }

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task Every_run_of_a_day_stays_below_two_thousand_request_units()
    {
        await Begin();
        for (var hour = 0; hour < Day.Hours; hour++)
            await Minutes(60);
        List<Deed> runs = [];
        // Through midnight, the end of the day and that of an hour.
        for (var minute = 0; minute < 130; minute++)
            runs.Add(await Run(""));
        // A new process at the worst moment: on the hour, when it needs all days too.
        await Minutes(50 - 1);
        _process.Dispose();
        _process = new(_store, _time);
        var restarted = await Run("RecomputeMostRead, after a restart");
        runs.Sort((one, other) => one.Charge.CompareTo(other.Charge));
        Deed[] rows =
        [
            runs[runs.Count / 2] with { Name = "RecomputeMostRead, in the middle" },
            runs[^1] with { Name = "RecomputeMostRead, at most" },
            restarted,
        ];
        Assert.All([.. runs, restarted], run => Assert.InRange(run.Charge, 1, MostUnits));
        CostTests.Equal(rows.Select(row => row.Row), "## Counting readers");
    }

    /// <summary>A site that has been read for a month.</summary>
    private async Task Begin()
    {
        for (var article = 0; article < Readership.Articles; article++)
            await _memory.Publish(_readership.IdOf(article), $"muc-{article % Sections}");
        var tally = new DayTally();
        for (var article = 0; article < Readership.Articles; article++)
            tally.Add(_readership.IdOf(article), new(1 + (100_000 / (article + 1)), 1, 1));
        var tallies = new DayTallies(_memory, new(_time));
        for (var ago = 1; ago < 30; ago++)
            await tallies.Put(Day.Of(_time.GetUtcNow()) - ago, tally, default);
        await new CountProgress(_memory).Move(Hour.Of(_time.GetUtcNow()) - 1, null, default);
    }

    private async Task Minutes(int count)
    {
        for (var minute = 0; minute < count; minute++)
            await Views();
        await _process.Run();
    }

    private async Task<Deed> Run(string name)
    {
        await Views();
        _store.Take();
        await _process.Run();
        return new(name, _store.Take());
    }

    private async Task Views()
    {
        var now = _time.GetUtcNow();
        for (var batch = 0; batch < BatchesAMinute; batch++)
        {
            var views = Enumerable.Range(0, ViewsOfABatch).Select(_ => _readership.Next(Hour.Of(now)));
            var body = JsonSerializer.SerializeToUtf8Bytes(
                new StoredViews(SketchBookFormat.Write(SketchBook.Of(views), int.MaxValue).Single()), NewsJson.Wire.StoredViews);
            var put = Change.Put($"{Instant.Sortable(now)}-instance-{_batches++}", body, timeToLive: MostReadKeys.Kept);
            await _memory.Commit(MostReadKeys.Views(Hour.Of(now)), [put], default);
        }

        _time.Advance(TimeSpan.FromMinutes(1));
    }
}
