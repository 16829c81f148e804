using Microsoft.Extensions.Time.Testing;
using News.Domain;
using News.Domain.Lists;
using News.Domain.Projection;
using News.Functions.Storage;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Faults;
using News.Functions.Tests.Storage;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Life;

/// <summary>A rebuild whose process ends in the middle, again and again, is finished by those that go on with it.</summary>
public class InterruptedRebuildTests
{
    private const int Count = 105;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private readonly ShortPauses _time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Processes_that_die_one_after_another_leave_no_difference(int seed)
    {
        var store = await Damaged();
        var random = new Random(seed);
        var (deaths, articles, after) = (0, true, (string?)null);
        while (articles)
            await Survive(random.Next(1, 500 * (deaths + 1)), async rebuild => articles = (after = await rebuild.Articles(after, _ => { }, default)) is not null);
        var lists = true;
        while (lists)
            await Survive(random.Next(1, 200), async rebuild => lists = await RemoveOrphans(rebuild));
        Assert.InRange(deaths, 3, int.MaxValue);
        Assert.Empty(await DerivedDocuments.Differences(store));

        async Task Survive(int dieAt, Func<Rebuild, Task> part)
        {
            // A process that starts repairs first; that it too may die is shown elsewhere.
            await new Desk(store, _time).Repair.Run(null, default);
            try
            {
                await part(new Desk(new BreakingStore(store, dieAt, BreakingStore.Breakage.Dies), _time).Rebuild);
            }
            catch (CrashException)
            {
                deaths++;
            }
        }
    }

    [Theory]
    [InlineData(BreakingStore.Breakage.ForgetsDone)]
    [InlineData(BreakingStore.Breakage.ForgetsLost)]
    public async Task A_commit_of_unknown_end_leaves_nothing_unfinished(BreakingStore.Breakage breakage)
    {
        for (var commit = 1; commit < 20; commit++)
        {
            var store = await Damaged(1);
            await new Desk(new BreakingStore(store, commit, breakage), _time).Rebuild.Articles(null, _ => { }, default);
            await RemoveOrphans(new Desk(store, _time).Rebuild);
            Assert.True(await DerivedDocuments.Differences(store) is [], $"commit {commit}: {string.Join(", ", await DerivedDocuments.Differences(store))}");
        }
    }

    [Fact]
    public async Task Article_whose_store_hangs_is_given_up_after_the_limit_of_a_write()
    {
        var store = await Damaged(1);
        var hanging = new Hanging(store, WantedDocuments.DeskOfAll);
        var rebuild = new Desk(hanging, _time).Rebuild.Articles(null, _ => { }, default);
        await hanging.Reached.WaitAsync(_patience);
        _time.Advance(ArticleWriter.Limit - TimeSpan.FromSeconds(1));
        Assert.False(rebuild.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => rebuild.WaitAsync(_patience));
        await new Desk(store, _time).Repair.Run(null, default);
        await RemoveOrphans(new Desk(store, _time).Rebuild);
        Assert.Empty(await DerivedDocuments.Differences(store));
    }

    /// <summary>Published articles of which every list has lost an entry and has one too many.</summary>
    private async Task<MemoryStore> Damaged(int articles = Count)
    {
        var store = new MemoryStore(_time);
        var desk = new Desk(store, _time);
        await desk.Site.PutSection(new("moi-truong", "Môi trường", 1, 0), new Precondition.Create(), default);
        for (var n = 0; n < articles; n++)
        {
            await desk.Articles.Save($"bai-{n}", Sample.Draft($"Bài {n}"), new Precondition.Create(), null, default);
            await desk.Articles.Publish($"bai-{n}", null, new Precondition.Exists(), null, default);
        }

        foreach (var (partition, id, body) in store.Everything().Where(document => document.Partition.StartsWith("feed:", StringComparison.Ordinal)))
            await store.Commit(partition, [Change.Delete(id), Change.Put(Feed.EntryId(_time.GetUtcNow().AddDays(-1), id[^32..]), body)], default);
        return store;
    }

    private static async Task<bool> RemoveOrphans(Rebuild rebuild)
    {
        foreach (var list in await rebuild.Lists(default))
            await rebuild.RemoveOrphans(list, default);
        return false;
    }

    /// <summary>Never answers a commit of one partition, until it is cancelled.</summary>
    private sealed class Hanging(IDocumentStore inner, string partition) : IDocumentStore
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public ValueTask<Document?> Read(string pk, string id, CancellationToken ct) => inner.Read(pk, id, ct);

        public ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct) => inner.Page(pk, range, ct);

        public async ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct)
        {
            if (pk == partition)
            {
                _reached.TrySetResult();
                await Task.Delay(Timeout.Infinite, ct);
            }

            return await inner.Commit(pk, changes, ct);
        }
    }

    /// <summary>A clock that the test moves, on which the pauses between two tries take no time.</summary>
    private sealed class ShortPauses : FakeTimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero && dueTime < TimeSpan.FromSeconds(1) ? TimeSpan.Zero : dueTime, period);
    }
}
