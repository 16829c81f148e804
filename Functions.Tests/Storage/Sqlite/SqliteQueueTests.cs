using News.Functions.Storage;
using News.Functions.Storage.Faults;
using News.Functions.Storage.Sqlite;
using Xunit;

namespace News.Functions.Tests.Storage.Sqlite;

/// <summary>What waits for SQLite's one writer; another connection's lock makes it wait for as long as a test needs.</summary>
public sealed class SqliteQueueTests : IDisposable
{
    private const string Pk = "p";

    private readonly SqliteFile _file = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Refusals_undo_only_their_own_commit_of_a_group()
    {
        await using var store = _file.Open();
        await Done(store, "there");
        var waiting = new List<Task<CommitResult>>();
        using (_file.Lock())
        {
            for (var n = 0; n < 9; n++)
                waiting.Add(Commit(store, Put($"n{n}"), Put(n % 2 == 0 ? $"m{n}" : "there", Expectation.Absent)));
        }
        var results = await Task.WhenAll(waiting);
        for (var n = 0; n < 9; n++)
            Assert.Equal(n % 2 == 0, results[n] is CommitResult.Done);
        Assert.Equal(["m0", "m2", "m4", "m6", "m8", "n0", "n2", "n4", "n6", "n8", "there"], await Ids(store));
    }

    [Fact]
    public async Task Commits_of_a_group_see_those_before_them()
    {
        await using var store = _file.Open();
        Task<CommitResult>[] waiting;
        using (_file.Lock())
        {
            var absent = Expectation.Absent;
            Change[] changes = [Put("a", absent), Put("a", absent), Change.Delete("a"), Put("a", absent)];
            waiting = [.. changes.Select(change => Commit(store, change))];
            Assert.Null(await store.Read(Pk, "a", Ct));
        }
        var results = await Task.WhenAll(waiting);
        Assert.Equal([true, false, true, true], results.Select(result => result is CommitResult.Done));
        Assert.Equal(((CommitResult.Done)results[3]).ETags[0], (await store.Read(Pk, "a", Ct))!.ETag);
    }

    [Fact]
    public async Task Full_queue_is_unavailable_at_once_and_takes_commits_again_later()
    {
        await using var store = _file.Open(queuedCommits: 3);
        var waiting = new List<Task<CommitResult>>();
        using (_file.Lock())
        {
            var commits = Enumerable.Range(0, 5).Select(n => Commit(store, Put($"n{n}"))).ToLookup(commit => commit.IsFaulted);
            waiting.AddRange(commits[false]);
            foreach (var refused in commits[true])
                Assert.True((await Assert.ThrowsAsync<StoreUnavailableException>(() => refused)).RetryAfter > TimeSpan.Zero);
        }
        // The writer may or may not have taken the first before the last came.
        Assert.InRange(waiting.Count, 3, 4);
        await Task.WhenAll(waiting);
        await Done(store, "later");
        Assert.Equal(waiting.Count + 1, (await Ids(store)).Length);
    }

    [Fact]
    public async Task Cancelled_in_the_queue_is_never_made_and_cancelled_under_way_is_answered()
    {
        await using var store = _file.Open(queuedCommits: 1);
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        Task<CommitResult> underWay;
        using (_file.Lock())
        {
            underWay = await Queued(store, "a", cancelling.Token);
            // There is room for a second only when the writer has taken the first.
            var queued = await Queued(store, "b", cancelling.Token);
            await cancelling.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queued);
            Assert.False(underWay.IsCompleted);
        }
        Assert.IsType<CommitResult.Done>(await underWay);
        await Done(store, "c");
        Assert.Equal(["a", "c"], await Ids(store));
    }

    [Fact]
    public async Task Lock_held_too_long_is_unavailable_and_nothing_is_written()
    {
        await using var store = _file.Open(lockWait: TimeSpan.FromMilliseconds(20));
        using (_file.Lock())
        {
            var waiting = Enumerable.Range(0, 20).Select(n => Commit(store, Put($"n{n}"))).ToList();
            foreach (var commit in waiting)
                await Assert.ThrowsAsync<StoreUnavailableException>(() => commit);
        }
        await Done(store, "later");
        Assert.Equal(["later"], await Ids(store));
    }

    [Theory]
    [InlineData("ROLLBACK")]
    [InlineData("FAIL")]
    [InlineData("ABORT")]
    public async Task Failed_transaction_is_unavailable_to_its_group_and_nothing_of_it_is_written(string how)
    {
        await using var store = _file.Open();
        _file.Run($"CREATE TRIGGER fault BEFORE INSERT ON documents WHEN NEW.id = 'bad' BEGIN SELECT RAISE({how}, 'no'); END");
        Task<CommitResult>[] waiting;
        using (_file.Lock())
            waiting = [Commit(store, Put("a")), Commit(store, Put("bad")), Commit(store, Put("b"))];
        await Assert.ThrowsAsync<StoreUnavailableException>(() => waiting[0]);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => waiting[1]);
        Assert.IsType<CommitResult.Done>(await waiting[2]);
        await Done(store, "later");
        Assert.Equal(["b", "later"], await Ids(store));
    }

    [Fact]
    public async Task Transaction_that_fails_only_at_its_end_is_unknown_and_the_next_one_is_made()
    {
        await using var store = _file.Open();
        _file.Run("CREATE TABLE parent(x PRIMARY KEY); CREATE TABLE child(x REFERENCES parent(x) DEFERRABLE INITIALLY DEFERRED)");
        _file.Run("CREATE TRIGGER fault AFTER INSERT ON documents WHEN NEW.id = 'bad' BEGIN INSERT INTO child VALUES (1); END");
        await Assert.ThrowsAsync<CommitUnknownException>(() => Commit(store, Put("bad")));
        await Done(store, "later");
        Assert.Equal(["later"], await Ids(store));
    }

    [Fact]
    public async Task Dispose_makes_what_waits()
    {
        var store = _file.Open();
        var waiting = new List<Task<CommitResult>>();
        ValueTask closing;
        using (_file.Lock())
        {
            waiting.AddRange(Enumerable.Range(0, 20).Select(n => Commit(store, Put($"n{n:D2}"))));
            closing = store.DisposeAsync();
            await Assert.ThrowsAsync<StoreUnavailableException>(() => Commit(store, Put("late")));
        }
        await closing;
        Assert.All(await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(30), Ct), result => Assert.IsType<CommitResult.Done>(result));
        await using var again = _file.Open();
        Assert.Equal(20, (await Ids(again)).Length);
    }

    private static Change Put(string id, Expectation expect = default) => Change.Put(id, "1"u8.ToArray(), expect);

    private static async Task<string[]> Ids(SqliteDocumentStore store) =>
        [.. (await store.Page(Pk, new(), Ct)).Items.Select(item => item.Id)];

    private static Task<CommitResult> Commit(SqliteDocumentStore store, params Change[] changes) => store.Commit(Pk, changes, Ct).AsTask();

    private static async Task Done(SqliteDocumentStore store, string id) =>
        Assert.IsType<CommitResult.Done>(await Commit(store, Put(id)));

    private static async Task<Task<CommitResult>> Queued(SqliteDocumentStore store, string id, CancellationToken ct)
    {
        while (true)
        {
            var commit = store.Commit(Pk, [Put(id)], ct).AsTask();
            if (!commit.IsFaulted)
                return commit;
            await Assert.ThrowsAsync<StoreUnavailableException>(() => commit);
        }
    }
}
