using Microsoft.Extensions.Time.Testing;
using News.Domain;
using News.Domain.Articles;
using News.Functions.Tests.Storage;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Life;

/// <summary>A schedule that was changed or cancelled counts at once, even where the process died before the old entry was removed.</summary>
public class RescheduleTests
{
    private const string Slug = "bai-mot";
    private const int MostCommits = 12;
    private static readonly Precondition.Exists _there = new();
    private static readonly DateTimeOffset _first = new FakeTimeProvider().GetUtcNow().AddHours(1);
    private static readonly DateTimeOffset _second = _first.AddHours(2);

    [Fact]
    public async Task Put_off_it_goes_out_at_the_new_moment_only()
    {
        for (var commit = 1; commit <= MostCommits; commit++)
        {
            var (store, time) = await AfterDeath(commit, (head, now) => head.Schedule(_second, now));
            var due = DerivedDocuments.Heads(store).Single().ScheduledAt!.Value;
            await RunAt(_first.AddMinutes(30), store, time);
            Assert.Equal(due == _first, Published(store) is not null);
            await new Desk(store, time).Repair.Run(null, default);
            await RunAt(_second.AddMinutes(30), store, time);
            Assert.Equal(due, Published(store)!.At);
        }
    }

    [Fact]
    public async Task Cancelled_it_never_goes_out()
    {
        for (var commit = 1; commit <= MostCommits; commit++)
        {
            var (store, time) = await AfterDeath(commit, (head, now) => head.CancelSchedule(now));
            var cancelled = DerivedDocuments.Heads(store).Single().ScheduledAt is null;
            await RunAt(_second, store, time);
            Assert.Equal(cancelled, Published(store) is null);
        }
    }

    /// <summary>An article scheduled for the first moment, and a change whose process died before this commit; not yet repaired.</summary>
    private static async Task<(MemoryStore Store, FakeTimeProvider Time)> AfterDeath(int commit, Func<ArticleHead, DateTimeOffset, ArticleHead> change)
    {
        var time = new FakeTimeProvider();
        var store = new MemoryStore(time);
        var desk = new Desk(store, time);
        await desk.Site.PutSection(new("moi-truong", "Môi trường", 1, 0), new Precondition.Create(), default);
        await desk.Articles.Save(Slug, Sample.Draft(), new Precondition.Create(), null, default);
        await desk.Articles.Change(Slug, head => head.Schedule(_first, time.GetUtcNow()), "schedule", _there, null, default);
        time.Advance(TimeSpan.FromMinutes(1));
        var dying = new Desk(new BreakingStore(store, commit, BreakingStore.Breakage.Dies), time);
        var task = dying.Articles.Change(Slug, head => change(head, time.GetUtcNow()), "change", _there, null, default);
        Assert.True(await Record.ExceptionAsync(() => task) is null or CrashException);
        return (store, time);
    }

    private static Task RunAt(DateTimeOffset now, MemoryStore store, FakeTimeProvider time)
    {
        time.SetUtcNow(now);
        return LifeSteps.Due(store, new(store, time), time);
    }

    private static Publication? Published(MemoryStore store) => DerivedDocuments.Heads(store).Single().Published;
}
