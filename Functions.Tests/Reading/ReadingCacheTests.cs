using News.Functions.Storage.Faults;
using Xunit;

namespace News.Functions.Tests.Reading;

/// <summary>What is kept is what is stored.</summary>
public class ReadingCacheTests
{
    [Fact]
    public async Task What_was_read_once_is_not_asked_for_again()
    {
        var here = new Shelves();
        await here.Write("a", "một");
        Assert.Equal("một", await here.View("a"));
        Assert.Equal("một", await here.View("a"));
        Assert.Equal(1, here.Loads);
    }

    [Fact]
    public async Task A_write_shows_at_once_and_only_where_it_belongs()
    {
        var here = new Shelves();
        await here.Write("a", "một");
        await here.Write("b", "hai");
        Assert.Equal("một hai", await here.Page("a", "b"));
        Assert.Equal("hai", await here.View("b"));
        await here.Write("a", "ba");
        Assert.Equal("ba hai", await here.Page("a", "b"));
        Assert.Equal(3, here.Loads);
    }

    [Fact]
    public async Task What_is_not_there_is_not_kept()
    {
        var here = new Shelves();
        Assert.Null(await here.View("x"));
        Assert.Null(await here.View("x"));
        Assert.Equal((2, 0L), (here.Loads, here.Cache.Bytes));
    }

    [Fact]
    public async Task All_who_wait_for_the_same_cause_one_question()
    {
        GatedStore? gated = null;
        var here = new Shelves(between: store => gated = new(store));
        await here.Write("a", "một");
        var (reached, open) = gated!.Hold("a");
        var waiting = Enumerable.Range(0, 50).Select(_ => Task.Run(() => here.View("a").AsTask())).ToList();
        await reached;
        open();
        Assert.All(await Task.WhenAll(waiting), text => Assert.Equal("một", text));
        Assert.Equal(1, here.Loads);
    }

    [Fact]
    public async Task Who_comes_after_a_write_does_not_get_what_was_read_before_it()
    {
        GatedStore? gated = null;
        var here = new Shelves(between: store => gated = new(store));
        await here.Write("a", "cũ");
        var (reached, open) = gated!.Hold("a");
        var early = Task.Run(() => here.View("a").AsTask());
        await reached;
        await here.Write("a", "mới");
        var late = here.View("a").AsTask();
        open();
        Assert.Equal("cũ", await early);
        Assert.Equal("mới", await late);
        Assert.Equal("mới", await here.View("a"));
    }

    [Fact]
    public async Task Nor_does_who_asks_for_a_page_of_which_a_part_was_read_before_it()
    {
        GatedStore? gated = null;
        var here = new Shelves(between: store => gated = new(store));
        await here.Write("a", "cũ");
        var (reached, open) = gated!.Hold("a");
        var early = Task.Run(() => here.Page("a").AsTask());
        await reached;
        await here.Write("a", "mới");
        var late = here.Page("a").AsTask();
        open();
        await early;
        Assert.Equal("mới", await late);
    }

    [Fact]
    public async Task A_reader_who_leaves_does_not_spoil_it_for_the_others()
    {
        GatedStore? gated = null;
        var here = new Shelves(between: store => gated = new(store));
        await here.Write("a", "một");
        var (reached, open) = gated!.Hold("a");
        using var leaving = new CancellationTokenSource();
        var first = Task.Run(() => here.View("a", leaving.Token).AsTask());
        await reached;
        var second = here.View("a").AsTask();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        open();
        Assert.Equal("một", await second);
    }

    [Fact]
    public async Task Where_others_write_too_it_is_asked_for_again_after_a_while_with_all_its_parts()
    {
        var here = new Shelves(maxAge: TimeSpan.FromSeconds(5));
        await here.Write("a", "một");
        await here.View("a");
        here.Time.Advance(TimeSpan.FromSeconds(4));
        await here.Page("a");
        Assert.Equal(1, here.Loads);
        here.Time.Advance(TimeSpan.FromSeconds(1));
        await here.Page("a");
        Assert.Equal(2, here.Loads);
    }

    [Fact]
    public async Task While_the_store_is_out_the_old_is_served_but_never_what_was_written_to_since()
    {
        var outage = new Outage();
        var here = new Shelves(maxAge: TimeSpan.FromSeconds(5), between: store => new BrokenStore(store, outage));
        await here.Write("a", "một");
        await here.Write("b", "hai");
        await here.View("a");
        await here.View("b");
        outage.Now = true;
        here.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("một", await here.View("a"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => here.Write("b", "ba"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => here.View("b").AsTask());
        await Assert.ThrowsAsync<StoreUnavailableException>(() => here.View("c").AsTask());
    }

    [Fact]
    public async Task During_an_outage_the_store_is_not_asked_for_every_reader()
    {
        var outage = new Outage();
        var here = new Shelves(maxAge: TimeSpan.FromSeconds(5), between: store => new BrokenStore(store, outage));
        await here.Write("a", "một");
        await here.View("a");
        outage.Now = true;
        here.Time.Advance(TimeSpan.FromSeconds(6));
        for (var i = 0; i < 100; i++)
            Assert.Equal("một", await here.View("a"));
        Assert.Equal(2, here.Loads);
    }

    [Fact]
    public async Task It_is_never_larger_than_it_may_be_and_keeps_what_everybody_reads()
    {
        var here = new Shelves(bytes: 50_000);
        await here.Write("hot", "nóng");
        for (var i = 0; i < 2_000; i++)
        {
            await here.Write($"cold-{i}", "lạnh");
            await here.View($"cold-{i}");
            await here.View("hot");
            Assert.True(here.Cache.Bytes <= 50_000);
        }

        Assert.Equal(2_001, here.Loads);
    }

    [Fact]
    public async Task A_million_names_of_which_half_are_unknown_fit_in_the_same_memory()
    {
        const long Room = 20_000_000;
        const int Size = 850;
        const int Watched = 7;
        var here = new Shelves(bytes: Room);
        List<WeakReference> names = [];
        for (var i = 0; i < 1_000_000; i++)
        {
            var name = $"bai-so-{i}";
            if (i % Watched == 0)
                names.Add(new(name));
            await here.Cache.Get(new("view", name), i, (n, _) => ValueTask.FromResult(n % 2 == 0 ? null : new Note(name, Size)), default);
        }

        Assert.InRange(here.Cache.Bytes, Room / 2, Room);
        // Not the memory of the process, in which other tests run.
        GC.Collect();
        Assert.InRange(names.Count(name => name.IsAlive), 1, Room / Size / Watched);
        GC.KeepAlive(here);
    }
}
