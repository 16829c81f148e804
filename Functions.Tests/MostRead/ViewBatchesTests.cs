using Microsoft.Extensions.Time.Testing;
using News.Domain.MostRead;
using News.Domain.MostRead.Sketches;
using News.Functions.Storage.Faults;
using News.Functions.Storage.Views;
using News.Functions.Tests.MostRead.Simulation;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.MostRead;

public class ViewBatchesTests
{
    private static readonly Hour _hour = new(500_000);
    private readonly FakeTimeProvider _time = new(_hour.Start);
    private readonly CommitGate _store;

    public ViewBatchesTests() => _store = new(new MemoryStore(_time));

    [Fact]
    public async Task What_comes_during_a_commit_goes_into_the_next_one_together()
    {
        var batches = new ViewBatches(_store, new(_time), _time, TimeSpan.Zero);
        var first = batches.Add(new(1, 1, _hour))!;
        await _store.Reached;
        var rest = Enumerable.Range(2, 500).Select(reader => batches.Add(new(1, (uint)reader, _hour))!).ToList();
        Assert.False(first.IsCompleted);
        _store.Open();
        await Task.WhenAll(rest.Prepend(first));
        Assert.Equal((2, 501), (_store.Commits, Readers(_store)));
    }

    [Fact]
    public async Task More_than_may_wait_are_told_so_and_nothing_is_kept_of_them()
    {
        var batches = new ViewBatches(_store, new(_time), _time, TimeSpan.Zero);
        var first = batches.Add(new(1, 0, _hour))!;
        await _store.Reached;
        var waiting = Enumerable.Range(1, MostReadLimits.Waiting).Select(reader => batches.Add(new((UInt128)reader, 1, _hour))).ToList();
        Assert.DoesNotContain(null, waiting);
        Assert.Null(batches.Add(new(1, 9, _hour)));
        _store.Open();
        await Task.WhenAll(waiting.Append(first)!);
        Assert.NotNull(batches.Add(new(1, 9, _hour)));
    }

    [Fact]
    public async Task Nobody_is_told_that_a_view_is_stored_which_is_not()
    {
        _store.Fails = true;
        _store.Open();
        // The pauses between tries are real ones, and short.
        var batches = new ViewBatches(_store, new(TimeProvider.System), _time, TimeSpan.Zero);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => batches.Add(new(1, 1, _hour))!);
        _store.Fails = false;
        await batches.Add(new(1, 2, _hour))!;
        Assert.Equal(1, Readers(_store));
    }

    [Fact]
    public async Task Views_go_where_their_hour_is_even_when_it_has_just_passed()
    {
        _store.Open();
        var batches = new ViewBatches(_store, new(_time), _time, TimeSpan.Zero);
        await Task.WhenAll(batches.Add(new(1, 1, _hour - 1))!, batches.Add(new(1, 2, _hour))!);
        Assert.Equal([$"views:{(_hour - 1).Key}", $"views:{_hour.Key}"], _store.Inner.Everything().Select(document => document.Partition).Order());
    }

    [Fact]
    public async Task Where_commits_cost_they_wait_for_company()
    {
        _store.Open();
        var batches = new ViewBatches(_store, new(_time), _time, TimeSpan.FromMilliseconds(250));
        var views = Enumerable.Range(1, 40).Select(reader => batches.Add(new(1, (uint)reader, _hour))!).ToList();
        Assert.Equal(0, _store.Commits);
        var stored = Task.WhenAll(views);
        while (!stored.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        Assert.Equal((1, 40), (_store.Commits, Readers(_store)));
    }

    [Fact]
    public void Hundred_views_of_Zipf_readers_take_less_than_two_thousand_bytes()
    {
        var readership = new Readership(seed: 1, _time.GetUtcNow());
        var bytes = 0L;
        const int Batches = 200;
        for (var i = 0; i < Batches; i++)
        {
            var views = Enumerable.Range(0, 100).Select(_ => readership.Next(_hour));
            bytes += SketchBookFormat.Write(SketchBook.Of(views), int.MaxValue).Sum(part => StoredBytes(part));
        }

        Assert.InRange(bytes / Batches, 1, 2_000);
    }

    private static long StoredBytes(byte[] part) =>
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new StoredViews(part), NewsJson.Wire.StoredViews).Length
        + "views:2027011508".Length + "20270115080000000-01234567-12345".Length;

    private static int Readers(CommitGate store)
    {
        var union = new SketchBook();
        foreach (var document in store.Inner.Everything())
            union.Union(SketchBookFormat.Read(System.Text.Json.JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.StoredViews)!.Views));
        return union.Readers(1);
    }
}
