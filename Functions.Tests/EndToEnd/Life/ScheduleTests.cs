using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using News.Functions.Publishing;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Life;

/// <summary>What is scheduled goes out by itself, as it is saved when it falls due.</summary>
public abstract class ScheduleTests(RunningSite site) : IAsyncLifetime
{
    // Long enough for three requests on a busy machine before it falls due.
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly string _slug = New.Slug();

    public async ValueTask InitializeAsync()
    {
        await site.Ready();
        await site.Section("moi-truong");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Scheduled_article_goes_out_with_its_last_edit_and_the_scheduled_date()
    {
        var etag = await site.Create(_slug, Sample.Draft());
        var at = TimeProvider.System.GetUtcNow() + _soon;
        var vietnam = at.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
        using var scheduled = await Publish(new { at = vietnam }, etag);
        var draft = JsonNode.Parse(await scheduled.Content.ReadAsStringAsync())!;
        Assert.Equal(("draft", vietnam), (draft.Text("state"), draft["scheduledAt"]!.GetValue<DateTimeOffset>().ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture)));
        Assert.Equal(404, await site.Status($"/api/articles/{_slug}"));
        using var edited = await site.Newsroom(HttpMethod.Put, $"/api/newsroom/articles/{_slug}", Sample.Draft("Tít cuối cùng"), scheduled.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, edited.StatusCode);
        await UntilPublished();
        var article = await site.Read($"/api/articles/{_slug}");
        Assert.Equal("Tít cuối cùng", article.Text("title"));
        Assert.Equal(vietnam, article["publishedAt"]!.GetValue<DateTimeOffset>().ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Cancelled_schedule_does_not_go_out_and_a_changed_one_goes_out_later()
    {
        var etag = await site.Create(_slug, Sample.Draft());
        var tomorrow = TimeProvider.System.GetUtcNow().AddDays(1);
        using var scheduled = await Publish(new { at = tomorrow }, etag);
        using var listed = await site.Newsroom(HttpMethod.Get, "/api/newsroom/articles?state=scheduled&limit=100");
        Assert.Contains(_slug, await listed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var changed = await Publish(new { at = TimeProvider.System.GetUtcNow().AddDays(2) }, scheduled.Headers.ETag!.ToString());
        using var cancelled = await site.Newsroom(HttpMethod.Delete, $"/api/newsroom/articles/{_slug}/schedule", ifMatch: changed.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, cancelled.StatusCode);
        Assert.Null(JsonNode.Parse(await cancelled.Content.ReadAsStringAsync())!["scheduledAt"]);
        using var again = await site.Newsroom(HttpMethod.Delete, $"/api/newsroom/articles/{_slug}/schedule", ifMatch: cancelled.Headers.ETag!.ToString());
        await Problems.Refused(again, 409);
        using var empty = await site.Newsroom(HttpMethod.Get, "/api/newsroom/articles?state=scheduled&limit=100");
        Assert.DoesNotContain(_slug, await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_in_the_past_or_with_a_correction_is_400()
    {
        var etag = await site.Create(_slug, Sample.Draft());
        await Problems.Refused(await Publish(new { at = "2020-01-01T00:00:00Z" }, etag), 400);
        await Problems.Refused(await Publish(new { at = "2999-01-01T00:00:00Z" }, etag), 400);
        await Problems.Refused(await Publish(new { at = "tomorrow" }, etag), 400);
        await Problems.Refused(await Publish(new { at = TimeProvider.System.GetUtcNow().AddDays(1).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) }, etag), 400);
        await Problems.Refused(await Publish("""{"At": "2099-01-01T00:00:00Z"}""", etag), 400);
        Assert.Equal(404, await site.Status($"/api/articles/{_slug}"));
        await Problems.Refused(await Publish(new { at = TimeProvider.System.GetUtcNow().AddDays(1), correction = "x" }, etag), 400);
    }

    private async Task UntilPublished()
    {
        using var deadline = new CancellationTokenSource(_patience);
        while (await site.Status($"/api/articles/{_slug}") != 200)
        {
            if (site is WorkerSiteProcess worker)
                Assert.True((await worker.Host.InvokeTimer(nameof(PublishScheduled))).Succeeded);
            await Task.Delay(50, deadline.Token);
        }
    }

    private Task<HttpResponseMessage> Publish(object body, string ifMatch) =>
        site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{_slug}/publish", body, ifMatch);

    public sealed class OnLocalHost(LocalSiteProcess site) : ScheduleTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : ScheduleTests(site);

    public sealed class OnWorkerWithCosmos(CosmosWorkerSite site) : ScheduleTests(site);
}
