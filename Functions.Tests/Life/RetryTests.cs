using Microsoft.Extensions.Time.Testing;
using News.Domain;
using News.Domain.Articles;
using News.Domain.Drafts;
using News.Functions.Storage;
using News.Functions.Storage.Faults;
using News.Functions.Tests.Storage;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Life;

/// <summary>A client that is told of no success reads back, and tries again where nothing happened: each operation happens once.</summary>
public class RetryTests
{
    private const string Slug = "bai-mot";
    private const string Other = "bai-hai";
    private static readonly Precondition.Exists _there = new();
    private static readonly DateTimeOffset _due = new FakeTimeProvider().GetUtcNow() + TimeSpan.FromHours(2);

    private static readonly Dictionary<string, (Func<Desk, FakeTimeProvider, Task> Before, Func<Desk, FakeTimeProvider, Task> Run)> _operations = new()
    {
        ["create"] = ((_, _) => Task.CompletedTask, (desk, _) => desk.Articles.Save(Slug, Sample.Draft(), new Precondition.Create(), null, default)),
        ["save"] = (Published, (desk, _) => Save(desk, Sample.Draft("Khác") with { Tags = ["khác"] })),
        ["byline"] = (Published, (desk, _) => Save(desk, Sample.Draft() with { Bylines = ["Người Mới", "Minh Hạ"] })),
        ["autosave"] = (Published, (desk, _) => desk.Articles.Save(Slug, Sample.Draft("Bản một"), _there, "Lan", default, true)),
        ["publish"] = (Draft, (desk, _) => desk.Articles.Publish(Slug, null, _there, null, default)),
        ["schedule"] = (Draft, (desk, time) => Change(desk, head => head.Schedule(_due, time.GetUtcNow()))),
        ["cancel"] = (Scheduled, (desk, time) => Change(desk, head => head.CancelSchedule(time.GetUtcNow()))),
        ["withdraw"] = (Published, (desk, time) => Change(desk, head => head.Withdraw("Sai.", time.GetUtcNow()))),
        ["rename"] = (Published, (desk, _) => desk.Articles.Rename(Slug, Other, _there, null, default)),
        ["rename back"] = (Renamed, (desk, _) => desk.Articles.Rename(Other, Slug, _there, null, default)),
        ["restore"] = (Published, (desk, _) => desk.Articles.Restore(Slug, 1, _there, null, default)),
        ["delete"] = (Scheduled, (desk, time) => Change(desk, head => head.Delete(time.GetUtcNow()))),
    };

    public static MatrixTheoryData<string, BreakingStore.Breakage, bool> Cases() => new(
        _operations.Keys, [BreakingStore.Breakage.Fails, BreakingStore.Breakage.ForgetsDone, BreakingStore.Breakage.ForgetsLost], [false, true]);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_client_that_reads_back_does_it_once(string operation, BreakingStore.Breakage breakage, bool again) => Task.Run(async () =>
    {
        var commit = 1;
        while (await Break(operation, commit, breakage, again))
            commit++;
        Assert.InRange(commit, 6, 60);
    });

    /// <summary>False when the operation has no such commit.</summary>
    /// <param name="again">Whether the second try meets the same fault at the same commit, and only the third none.</param>
    private static async Task<bool> Break(string operation, int commit, BreakingStore.Breakage breakage, bool again)
    {
        var time = new FakeTimeProvider();
        var store = new MemoryStore(time);
        var desk = new Desk(store, time);
        await desk.Site.PutSection(new("moi-truong", "Môi trường", 1, 0), new Precondition.Create(), default);
        await _operations[operation].Before(desk, time);
        time.Advance(TimeSpan.FromMinutes(1));
        var wanted = operation == "delete" ? (int?)null : (Version(store) ?? 0) + 1;
        var where = $"{operation}, commit {commit}, {breakage}: ";
        var first = new BreakingStore(store, commit, breakage);
        await Try(first);
        if (again)
            await Try(new BreakingStore(store, commit, breakage));
        await Try(store);
        if (Version(store) != wanted)
            await AfterRepair();
        Assert.True(Version(store) == wanted, $"{where}version {Version(store)}, not {wanted}");
        await desk.Repair.Run(null, default);
        Assert.True(await DerivedDocuments.Differences(store) is [], where + string.Join(", ", await DerivedDocuments.Differences(store)));
        Assert.Equal(wanted, Version(store));
        await HasEveryByline(store, desk);
        return first.IsBroken;

        async Task Try(IDocumentStore through)
        {
            if (Version(store) == wanted)
                return;
            var told = await Told(_operations[operation].Run(new(through, time), time), time);
            Assert.True(told is not true || Version(store) == wanted, where + "acknowledged, but not there");
            Assert.True(told is not null || through != store || operation is "create" or "rename", where + "refused for no reason");
        }

        async Task AfterRepair()
        {
            time.Advance(TimeSpan.FromMinutes(2));
            await desk.Repair.Run(News.Functions.Storage.Articles.Repair.MinimumAge, default);
            await Try(store);
        }
    }

    /// <summary>True when it was acknowledged, false when the store failed, null when it was refused: a slug may be held until repair.</summary>
    private static async Task<bool?> Told(Task operation, FakeTimeProvider time)
    {
        while (!operation.IsCompleted)
            time.Advance(TimeSpan.FromMilliseconds(20));
        try
        {
            await operation;
            return true;
        }
        catch (Failure failure)
        {
            return failure.Code switch
            {
                FailureCode.Unavailable => true,
                FailureCode.Conflict => null,
                _ => throw new InvalidOperationException("An operation that was not done was refused.", failure),
            };
        }
        catch (Exception fault) when (fault is StoreUnavailableException or CommitUnknownException)
        {
            return false;
        }
    }

    private static async Task HasEveryByline(MemoryStore store, Desk desk)
    {
        var directory = await desk.Site.Directory(default);
        Assert.Equal(directory.Authors.Count, directory.Authors.DistinctBy(author => author.Name).Count());
        foreach (var head in DerivedDocuments.Heads(store))
            Assert.All((await desk.Reader.Content(head.Id, head.Revision, default)).Bylines, key => Assert.NotNull(directory.FindAuthor(key)));
    }

    private static int? Version(MemoryStore store) =>
        DerivedDocuments.Heads(store).SingleOrDefault(head => head.State != ArticleState.Deleted)?.Version;

    private static Task<(ArticleHead Head, bool Created)> Save(Desk desk, ArticleDraft draft) => desk.Articles.Save(Slug, draft, _there, null, default);

    private static Task<ArticleHead> Change(Desk desk, Func<ArticleHead, ArticleHead> step) => desk.Articles.Change(Slug, step, "change", _there, null, default);

    private static Task<(ArticleHead Head, bool Created)> Draft(Desk desk, FakeTimeProvider time) => desk.Articles.Save(Slug, Sample.Draft(), new Precondition.Create(), null, default);

    private static async Task Published(Desk desk, FakeTimeProvider time)
    {
        await Draft(desk, time);
        await desk.Articles.Publish(Slug, null, _there, null, default);
        time.Advance(TimeSpan.FromMinutes(1));
    }

    private static async Task Scheduled(Desk desk, FakeTimeProvider time)
    {
        await Draft(desk, time);
        await Change(desk, head => head.Schedule(_due, time.GetUtcNow()));
    }

    private static async Task Renamed(Desk desk, FakeTimeProvider time)
    {
        await Published(desk, time);
        await desk.Articles.Rename(Slug, Other, _there, null, default);
    }
}
