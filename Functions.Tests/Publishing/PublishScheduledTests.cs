using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using News.Domain;
using News.Domain.Articles;
using News.Domain.Projection;
using News.Functions.Storage;
using News.Functions.Tests.Life;
using News.Functions.Tests.Storage;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Publishing;

public class PublishScheduledTests
{
    private static readonly Precondition.Exists _there = new();
    private readonly FakeTimeProvider _time = new();
    private readonly MemoryStore _store;
    private readonly Desk _desk;

    public PublishScheduledTests()
    {
        _store = new(_time);
        _desk = new(_store, _time);
    }

    [Fact]
    public async Task Entry_that_cannot_be_read_keeps_no_later_one_waiting_and_is_told_to_the_host()
    {
        await _desk.Site.PutSection(new("moi-truong", "Môi trường", 1, 0), new Precondition.Create(), default);
        await _store.Commit(ScheduleEntry.Partition, [Change.Put(ScheduleEntry.IdOf(_time.GetUtcNow(), "x"), "[]"u8.ToArray())], default);
        await Schedule("dung-hen", hours: 2, Sample.Draft());
        _time.Advance(TimeSpan.FromHours(3));
        await Assert.ThrowsAsync<JsonException>(() => LifeSteps.Due(_store, _desk, _time));
        Assert.Equal(ArticleState.Published, (await _desk.Articles.Find("dung-hen", default)).State);
    }

    [Fact]
    public async Task After_hours_of_downtime_all_250_that_were_missed_go_out_with_the_moments_they_were_due()
    {
        await _desk.Site.PutSection(new("moi-truong", "Môi trường", 1, 0), new Precondition.Create(), default);
        var start = _time.GetUtcNow();
        for (var n = 0; n < 250; n++)
            await Schedule($"bai-{n}", hours: 1 + (n / 100.0), Sample.Draft());
        await Schedule("bai-sau", hours: 9, Sample.Draft());
        _time.Advance(TimeSpan.FromHours(8));
        await LifeSteps.Due(_store, _desk, _time);
        for (var n = 0; n < 250; n++)
        {
            var head = await _desk.Articles.Find($"bai-{n}", default);
            Assert.Equal(Instant.Cut(start.AddHours(1 + (n / 100.0))), head.Published!.At);
        }

        Assert.Null((await _desk.Articles.Find("bai-sau", default)).Published);
        var versions = DerivedDocuments.Heads(_store).Sum(head => head.Version);
        await LifeSteps.Due(_store, _desk, _time);
        Assert.Equal(versions, DerivedDocuments.Heads(_store).Sum(head => head.Version));
    }

    private async Task Schedule(string slug, double hours, Domain.Drafts.ArticleDraft draft)
    {
        var at = new FakeTimeProvider().GetUtcNow().AddHours(hours).ToOffset(TimeSpan.FromHours(7));
        await _desk.Articles.Save(slug, draft, new Precondition.Create(), null, default);
        await _desk.Articles.Change(slug, head => head.Schedule(at, _time.GetUtcNow()), "schedule", _there, null, default);
    }
}
