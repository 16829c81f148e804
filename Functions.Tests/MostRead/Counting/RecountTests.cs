using Microsoft.Extensions.Time.Testing;
using News.Domain.MostRead;
using News.Functions.Storage;
using News.Functions.Storage.MostRead;
using News.Functions.Tests.Life;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.MostRead.Counting;

public sealed class RecountTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new(2026, 3, 10, 15, 30, 20, TimeSpan.Zero));
    private readonly MemoryStore _store;
    private readonly CountingProcess _process;

    public RecountTests()
    {
        _store = new(_time);
        _process = new(_store, _time);
    }

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task Lists_hold_what_was_read_overall_and_by_section()
    {
        await _store.Publish(1, "the-gioi");
        await _store.Publish(2);
        await _store.Publish(3);
        await _store.Read(_time, 1, 5);
        await _store.Read(_time, 2, 9);
        await _store.Read(_time, 3, 7);
        await _process.Run();
        foreach (var window in Window.All)
        {
            Assert.Equal([(2, 9), (3, 7), (1, 5)], await _process.List(window));
            Assert.Equal([(2, 9), (3, 7)], await _process.List(window, "moi-truong"));
            Assert.Equal([(1, 5)], await _process.List(window, "the-gioi"));
        }
    }

    [Fact]
    public async Task Equal_scores_stand_newest_first()
    {
        await _store.Publish(1, day: 2);
        await _store.Publish(2, day: 3);
        await _store.Publish(3, day: 1);
        foreach (var article in new UInt128[] { 1, 2, 3 })
            await _store.Read(_time, article, 4);
        await _process.Run();
        Assert.Equal([2, 1, 3], (await _process.List(Window.Last24Hours)).Select(item => (int)item.Article));
    }

    [Fact]
    public async Task Article_that_readers_cannot_see_is_in_no_list_and_one_withdrawn_leaves_within_the_hour()
    {
        await _store.Publish(1);
        await _store.Read(_time, 1, 5);
        await _store.Read(_time, 2, 9);
        await _process.Run();
        Assert.Equal([(1, 5)], await _process.List(Window.Last24Hours));
        await _store.Withdraw(1);
        await Pass(TimeSpan.FromMinutes(61));
        Assert.Empty(await _process.List(Window.Last24Hours));
        Assert.Empty(await _process.List(Window.Last24Hours, "moi-truong"));
    }

    [Fact]
    public async Task Process_that_starts_anew_goes_on_where_the_last_one_was()
    {
        await _store.Publish(1);
        await _store.Publish(2);
        await _store.Read(_time, 1, 600);
        for (var hour = 0; hour < 30; hour++)
        {
            await _store.Read(_time, 2, 20 + hour);
            await Pass(TimeSpan.FromHours(1));
        }

        await _store.Read(_time, 1, 10);
        // On the hour, when every list is due.
        await Pass(TimeSpan.FromMinutes(29) + TimeSpan.FromSeconds(40));
        var lists = await Lists();
        foreach (var window in Window.All)
            await _store.Commit(MostReadKeys.Lists(window), [Change.Delete("all"), Change.Delete("section:moi-truong")], default);
        using var other = new CountingProcess(_store, _time);
        await other.Run();
        Assert.Equal(lists, await Lists());
        Assert.Equal([(2, 28 + 49), (1, 600 + 10)], await _process.List(Window.Last7Days));
    }

    [Fact]
    public async Task Two_runs_at_once_do_no_harm()
    {
        using var other = new CountingProcess(_store, _time);
        await _store.Publish(1);
        Dictionary<Hour, int> hours = [];
        Dictionary<Day, int> days = [];
        for (var readers = 1; readers <= 40; readers++)
        {
            await _store.Read(_time, 1, readers);
            var hour = Hour.Of(_time.GetUtcNow());
            (hours[hour], days[hour.Day]) = (readers, readers);
            _time.Advance(TimeSpan.FromMinutes(66));
            await Task.WhenAll(Task.Run(_process.Run), Task.Run(other.Run));
        }

        await Pass(TimeSpan.FromMinutes(10));
        var chart = await _process.Charts.Read(ArticleNumber.ToId(1), _time.GetUtcNow(), default);
        Assert.Equal(hours.OrderBy(hour => hour.Key.Number).Select(hour => (hour.Key, hour.Value)), chart.Hours.Where(hour => hour.Readers > 0));
        Assert.Equal(days.OrderBy(day => day.Key.Number).Select(day => (day.Key, day.Value)), chart.Days.Where(day => day.Readers > 0));
        Assert.Equal([(1, days.Values.Sum())], await _process.List(Window.Last7Days));
    }

    [Fact]
    public async Task Last_good_list_stays_when_a_run_fails()
    {
        await _store.Publish(1);
        await _store.Publish(2);
        await _store.Read(_time, 1, 5);
        await _process.Run();
        await _store.Read(_time, 2, 9);
        for (var commit = 1; commit < 8; commit++)
        {
            _time.Advance(TimeSpan.FromMinutes(11));
            using var failing = new CountingProcess(new BreakingStore(_store, commit, BreakingStore.Breakage.Dies), _time);
            await Record.ExceptionAsync(failing.Run);
            Assert.NotEmpty(await _process.List(Window.Last24Hours));
            Assert.NotEmpty(await _process.List(Window.Last24Hours, "moi-truong"));
        }

        await Pass(TimeSpan.FromMinutes(1));
        Assert.Equal([(2, 9), (1, 5)], await _process.List(Window.Last24Hours));
    }

    [Fact]
    public async Task Views_stored_while_nobody_counted_are_counted_afterwards_hour_by_hour()
    {
        await _store.Publish(1);
        await _store.Read(_time, 1, 5);
        await _process.Run();
        for (var day = 0; day < 5; day++)
        {
            await _store.Read(_time, 1, 10 + day);
            _time.Advance(TimeSpan.FromDays(1));
        }

        await _process.Run();
        Assert.Equal([(1, 10 + 11 + 12 + 13 + 14)], await _process.List(Window.Last7Days));
        var (hours, days) = await _process.Charts.Read(ArticleNumber.ToId(1), _time.GetUtcNow(), default);
        Assert.Equal([10, 11, 12, 13, 14, 0], days.TakeLast(6).Select(day => day.Readers));
        Assert.Equal([14], hours.Where(hour => hour.Readers > 0).Select(hour => hour.Readers));
        Assert.Equal((48, 90), (hours.Count, days.Count));
    }

    [Fact]
    public async Task Batch_that_appears_four_minutes_late_is_counted_even_over_the_hour()
    {
        await _store.Publish(1);
        _time.Advance(new DateTimeOffset(2026, 3, 10, 15, 59, 30, TimeSpan.Zero) - _time.GetUtcNow());
        var late = new FakeTimeProvider(_time.GetUtcNow());
        await _process.Run();
        _time.Advance(TimeSpan.FromMinutes(4));
        await _process.Run();
        await _store.Read(late, 1, 7);
        await Pass(TimeSpan.FromMinutes(10));
        Assert.Equal([(1, 7)], await _process.List(Window.Last24Hours));
    }

    [Fact]
    public async Task Spoilt_batch_is_left_out_and_the_rest_counted()
    {
        await _store.Publish(1);
        var views = $"views:{Hour.Of(_time.GetUtcNow()).Key}";
        await _store.Commit(views, [Change.Put("20260310153000000-a-1", "{\"views\":\"AQ==\"}"u8.ToArray())], default);
        await _store.Commit(views, [Change.Put("20260310153000000-a-2", "{}"u8.ToArray())], default);
        await _store.Read(_time, 1, 5);
        await _process.Run();
        Assert.Equal([(1, 5)], await _process.List(Window.Last24Hours));
    }

    [Fact]
    public async Task Section_that_nobody_reads_any_more_has_an_empty_list()
    {
        await _store.Publish(1, "the-gioi");
        await _store.Read(_time, 1, 5);
        await _process.Run();
        _time.Advance(TimeSpan.FromHours(25));
        using var later = new CountingProcess(_store, _time);
        await later.Run();
        Assert.Empty((await later.Lists.Read(Window.Last24Hours, "the-gioi", default))!.Items);
        Assert.Equal([(1, 5)], await later.List(Window.Last7Days, "the-gioi"));
    }

    [Fact]
    public async Task Views_and_sketches_expire_and_closed_days_stay()
    {
        await _store.Publish(1);
        await _store.Read(_time, 1, 5);
        await _process.Run();
        for (var hour = 0; hour < 8 * 24; hour++)
            await Pass(TimeSpan.FromHours(1));
        var kinds = _store.Everything().Select(document => document.Partition.Split(':')[0]).Distinct().Order();
        Assert.Equal(["article", "mostread", "readers", "slug"], kinds);
        Assert.Equal([(1, 5)], await _process.List(Window.Last30Days));
        Assert.Empty(await _process.List(Window.Last7Days));
    }

    private async Task Pass(TimeSpan span)
    {
        _time.Advance(span);
        await _process.Run();
    }

    /// <summary>All lists but for when they were computed.</summary>
    private async Task<string> Lists()
    {
        List<string> lists = [];
        foreach (var window in Window.All)
            lists.Add(string.Join(' ', (await _process.Lists.Read(window, null, default))!.Items));
        return string.Join('\n', lists);
    }
}
