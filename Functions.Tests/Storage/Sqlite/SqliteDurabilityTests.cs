using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using News.Functions.Storage;
using News.Functions.Storage.Faults;
using News.Functions.Storage.Sqlite;
using Xunit;

namespace News.Functions.Tests.Storage.Sqlite;

/// <summary>What the file holds when the store is closed, and what opening it again finds.</summary>
public sealed class SqliteDurabilityTests : IDisposable
{
    private readonly SqliteFile _file = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Opening_makes_the_missing_folder()
    {
        var path = Path.Combine(Path.GetDirectoryName(_file.Path)!, "not", "yet", "there.db");
        await using var store = new SqliteDocumentStore(new(path), TimeProvider.System);
        Assert.Null(await store.Read("p", "a", Ct));
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task Reopening_finds_everything_as_it_was()
    {
        CommitResult written;
        await using (var store = _file.Open())
            written = await store.Commit("p", [Put("a"), Put("b"), Put("c", TimeSpan.FromDays(1))], Ct);
        var etags = Assert.IsType<CommitResult.Done>(written).ETags;
        await using var again = _file.Open();
        Assert.Equal(etags, (await again.Page("p", new(), Ct)).Items.Select(item => item.ETag));
        Assert.Equal("{}"u8.ToArray(), (await again.Read("p", "a", Ct))!.Body.ToArray());
        var result = await again.Commit("p", [Change.Put("a", "1"u8.ToArray(), Expectation.Match(etags[0]!))], Ct);
        Assert.IsType<CommitResult.Done>(result);
    }

    [Fact]
    public async Task Reopening_goes_on_counting_time_to_live()
    {
        var time = new FakeTimeProvider();
        await using (var store = _file.Open(time: time))
            await store.Commit("p", [Put("a", TimeSpan.FromSeconds(10)), Put("b")], Ct);
        time.Advance(TimeSpan.FromSeconds(10));
        await using var again = _file.Open(time: time);
        Assert.Equal(["b"], (await again.Page("p", new(), Ct)).Items.Select(item => item.Id));
    }

    [Fact]
    public async Task Two_stores_on_one_file_lose_nothing_of_each_other()
    {
        await using var one = _file.Open();
        await using var two = _file.Open();
        await one.Commit("p", [Change.Put("counter", "0"u8.ToArray())], Ct);
        await Task.WhenAll(Count(one), Count(two));
        Assert.Equal("100"u8.ToArray(), (await one.Read("p", "counter", Ct))!.Body.ToArray());
    }

    [Fact]
    public async Task Closing_leaves_one_file_that_may_be_copied()
    {
        await using (var store = _file.Open())
        {
            await store.Commit("p", [Put("a")], Ct);
            await store.Read("p", "a", Ct);
        }
        Assert.Equal([_file.Path], Directory.GetFiles(Path.GetDirectoryName(_file.Path)!));
    }

    [Fact]
    public async Task Closed_store_is_unavailable_and_may_be_closed_twice()
    {
        var store = _file.Open();
        await store.DisposeAsync();
        await store.DisposeAsync();
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.Read("p", "a", Ct));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.Page("p", new(), Ct));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.Commit("p", [Put("a")], Ct));
    }

    [Fact]
    public async Task File_of_a_newer_version_is_refused_and_left_alone()
    {
        await using (var store = _file.Open())
            await store.Commit("p", [Put("a")], Ct);
        Assert.Equal(1, _file.Run("PRAGMA user_version"));
        _file.Run("PRAGMA user_version = 2");
        var refusal = Assert.Throws<NotSupportedException>(() => _file.Open());
        Assert.Contains("version 2", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2, _file.Run("PRAGMA user_version"));
        Assert.Equal(1, _file.Run("SELECT count(*) FROM documents"));
    }

    [Fact]
    public async Task Commits_are_synced_to_a_log()
    {
        await using var store = _file.Open();
        await store.Commit("p", [Put("a")], Ct);
        Assert.True(File.Exists($"{_file.Path}-wal"));
    }

    [Fact]
    public async Task Expired_documents_give_their_space_back_in_small_steps()
    {
        var time = new FakeTimeProvider();
        await using var store = _file.Open(time: time);
        await store.Commit("p", [.. Enumerable.Range(0, 100).Select(n => Put($"n{n}", TimeSpan.FromSeconds(1)))], Ct);
        time.Advance(TimeSpan.FromSeconds(1));
        await store.Commit("other", [Put("a")], Ct);
        Assert.InRange(_file.Run("SELECT count(*) FROM documents"), 50, 100);
        for (var write = 0; write < 10; write++)
            await store.Commit("other", [Put("a")], Ct);
        Assert.Equal(1, _file.Run("SELECT count(*) FROM documents"));
    }

    private static async Task Count(SqliteDocumentStore store)
    {
        for (var done = 0; done < 50;)
        {
            var found = (await store.Read("p", "counter", Ct))!;
            var next = Encoding.UTF8.GetBytes($"{int.Parse(found.Body.Span, CultureInfo.InvariantCulture) + 1}");
            var result = await store.Commit("p", [Change.Put("counter", next, Expectation.Match(found.ETag))], Ct);
            done += result is CommitResult.Done ? 1 : 0;
        }
    }

    private static Change Put(string id, TimeSpan? timeToLive = null) => Change.Put(id, "{}"u8.ToArray(), timeToLive: timeToLive);
}
