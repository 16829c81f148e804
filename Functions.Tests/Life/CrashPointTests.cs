using Microsoft.Extensions.Time.Testing;
using News.Domain;
using News.Domain.Articles;
using News.Functions.Storage;
using News.Functions.Storage.Faults;
using News.Functions.Tests.Storage;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Life;

/// <summary>Each operation, gone wrong in each way at each of its commits in turn: repair heals all, and what was acknowledged is there.</summary>
public class CrashPointTests
{
    private const string Slug = "bai-mot";
    private const string Other = "bai-hai";
    private static readonly Precondition.Exists _there = new();

    /// <summary>Whether the article was changed, as far as the caller was told.</summary>
    private enum Told
    {
        Nothing,
        Done,
        NotDone,
    }

    private static readonly Dictionary<string, (Func<Desk, FakeTimeProvider, Task> Before, Func<IDocumentStore, Desk, FakeTimeProvider, Task> Run)> _operations = new()
    {
        ["create"] = ((_, _) => Task.CompletedTask, (_, desk, _) => Create(desk)),
        ["save"] = (Published, (_, desk, _) => desk.Articles.Save(Slug, Sample.Draft("Khác") with { Tags = ["khác"] }, _there, null, default)),
        ["publish"] = (Edited, (_, desk, _) => desk.Articles.Publish(Slug, "Đã sửa.", _there, null, default)),
        ["schedule"] = ((desk, _) => Create(desk), (_, desk, time) => Schedule(desk, time)),
        ["cancel"] = (Scheduled, (_, desk, time) => Change(desk, head => head.CancelSchedule(time.GetUtcNow()))),
        ["timer"] = (Due, (store, desk, time) => LifeSteps.Due(store, desk, time)),
        ["withdraw"] = (Published, (_, desk, time) => Change(desk, head => head.Withdraw("Sai.", time.GetUtcNow()))),
        ["rename"] = (Published, (_, desk, _) => desk.Articles.Rename(Slug, Other, _there, null, default)),
        ["rename back"] = (Renamed, (_, desk, _) => desk.Articles.Rename(Other, Slug, _there, null, default)),
        ["restore"] = (Edited, (_, desk, _) => desk.Articles.Restore(Slug, 1, _there, null, default)),
        ["delete"] = (Scheduled, (_, desk, time) => Change(desk, head => head.Delete(time.GetUtcNow()))),
        ["autosave"] = (Autosaved, (_, desk, _) => Autosave(desk, "Bản hai")),
    };

    public static MatrixTheoryData<string, BreakingStore.Breakage> Cases() => new(_operations.Keys, Enum.GetValues<BreakingStore.Breakage>());

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Repair_heals_whatever_commit_went_wrong(string operation, BreakingStore.Breakage breakage) => Task.Run(async () =>
    {
        var commits = 0;
        while (await Break(operation, commits + 1, breakage))
            commits++;
        Assert.InRange(commits, 6, 60);
    });

    /// <summary>False when the operation has no such commit.</summary>
    private static async Task<bool> Break(string operation, int commit, BreakingStore.Breakage breakage)
    {
        var time = new FakeTimeProvider();
        var store = new MemoryStore(time);
        var desk = new Desk(store, time);
        await desk.Site.PutSection(new("moi-truong", "Môi trường", 1, 0), new Precondition.Create(), default);
        await _operations[operation].Before(desk, time);
        time.Advance(TimeSpan.FromMinutes(1));
        var before = Version(store);
        var breaking = new BreakingStore(store, commit, breakage);
        var told = await Outcome(() => _operations[operation].Run(breaking, new(breaking, time), time), time);
        await desk.Repair.Run(null, default);
        var where = $"{operation}, commit {commit}, {breakage}: ";
        Assert.True(await DerivedDocuments.Differences(store) is [], where + string.Join(", ", await DerivedDocuments.Differences(store)));
        var happened = Version(store) != before;
        Assert.True(told == Told.Nothing || happened == (told == Told.Done), $"{where}told {told}, but changed: {happened}");
        if (operation == "timer")
            await IsPublishedOnce(store, desk, time, before);
        return breaking.IsBroken;
    }

    /// <summary>Runs it to its end while time goes on, and says what its caller knows then.</summary>
    private static async Task<Told> Outcome(Func<Task> operation, FakeTimeProvider time)
    {
        try
        {
            for (var task = operation(); ; time.Advance(TimeSpan.FromMilliseconds(20)))
            {
                if (task.IsCompleted)
                {
                    await task;
                    return Told.Done;
                }
            }
        }
        catch (Exception fault) when (fault is CrashException or CommitUnknownException)
        {
            return Told.Nothing;
        }
        catch (StoreUnavailableException)
        {
            return Told.NotDone;
        }
        catch (Failure saved) when (saved.Code == FailureCode.Unavailable)
        {
            return Told.Done;
        }
    }

    /// <summary>The next run of the timer makes up for what this one missed, and does nothing twice.</summary>
    private static async Task IsPublishedOnce(MemoryStore store, Desk desk, FakeTimeProvider time, int? before)
    {
        await LifeSteps.Due(store, desk, time);
        var head = Assert.Single(DerivedDocuments.Heads(store));
        Assert.Equal((ArticleState.Published, before + 1), (head.State, head.Version));
        Assert.Equal(new FakeTimeProvider().GetUtcNow() + TimeSpan.FromHours(1), head.Published!.At);
        Assert.Empty(await DerivedDocuments.Differences(store));
    }

    private static int? Version(MemoryStore store) => DerivedDocuments.Heads(store).SingleOrDefault()?.Version;

    private static Task<(ArticleHead Head, bool Created)> Create(Desk desk) => desk.Articles.Save(Slug, Sample.Draft(), new Precondition.Create(), null, default);

    private static Task<ArticleHead> Change(Desk desk, Func<ArticleHead, ArticleHead> step) => desk.Articles.Change(Slug, step, "change", _there, null, default);

    private static Task<(ArticleHead Head, bool Created)> Autosave(Desk desk, string title) => desk.Articles.Save(Slug, Sample.Draft(title), _there, "Lan", default, true);

    private static Task<ArticleHead> Schedule(Desk desk, FakeTimeProvider time) =>
        Change(desk, head => head.Schedule(new FakeTimeProvider().GetUtcNow() + TimeSpan.FromHours(1), time.GetUtcNow()));

    private static async Task Published(Desk desk, FakeTimeProvider time)
    {
        await Create(desk);
        await desk.Articles.Publish(Slug, null, _there, null, default);
        time.Advance(TimeSpan.FromMinutes(1));
    }

    private static async Task Edited(Desk desk, FakeTimeProvider time)
    {
        await Published(desk, time);
        await desk.Articles.Save(Slug, Sample.Draft("Mới") with { Tags = ["mới"] }, _there, null, default);
    }

    private static async Task Scheduled(Desk desk, FakeTimeProvider time)
    {
        await Create(desk);
        await Schedule(desk, time);
    }

    private static async Task Due(Desk desk, FakeTimeProvider time)
    {
        await Scheduled(desk, time);
        time.Advance(TimeSpan.FromHours(3));
    }

    private static async Task Renamed(Desk desk, FakeTimeProvider time)
    {
        await Published(desk, time);
        await desk.Articles.Rename(Slug, Other, _there, null, default);
    }

    private static async Task Autosaved(Desk desk, FakeTimeProvider time)
    {
        await Published(desk, time);
        await Autosave(desk, "Bản một");
    }
}
