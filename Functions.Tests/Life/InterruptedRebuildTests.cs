using Microsoft.Extensions.Time.Testing;
using News.Domain;
using News.Domain.Lists;
using News.Functions.Storage;
using News.Functions.Storage.Articles;
using News.Functions.Tests.Storage;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Life;

/// <summary>A rebuild whose process ends in the middle, again and again, is finished by those that go on with it.</summary>
public class InterruptedRebuildTests
{
    private const int Count = 105;
    private readonly FakeTimeProvider _time = new();

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
            var task = Task.Run(() => new Desk(new BreakingStore(store, commit, breakage), _time).Rebuild.Articles(null, _ => { }, default));
            while (!task.IsCompleted)
            {
                _time.Advance(TimeSpan.FromMilliseconds(1));
                await Task.Yield();
            }

            await task;
            await RemoveOrphans(new Desk(store, _time).Rebuild);
            Assert.True(await DerivedDocuments.Differences(store) is [], $"commit {commit}: {string.Join(", ", await DerivedDocuments.Differences(store))}");
        }
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
}
