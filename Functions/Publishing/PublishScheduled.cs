using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using News.Domain;
using News.Domain.Articles;
using News.Domain.Projection;
using News.Functions.Storage;
using News.Functions.Storage.Desk;

namespace News.Functions.Publishing;

/// <summary>Publishes what is due, each article once, with the moment it was scheduled for as its date, however late this runs.</summary>
public sealed partial class PublishScheduled(IDocumentStore store, ArticleDesk desk, TimeProvider time, ILogger<PublishScheduled> logger)
{
    [Function(nameof(PublishScheduled))]
    public async Task Run([TimerTrigger("%Schedule:Schedule%")] TimerInfo timer, CancellationToken ct)
    {
        // The mark after a hyphen in ASCII, so that what is due in this very millisecond is in.
        var until = Instant.Sortable(time.GetUtcNow()) + ".";
        string? last = null;
        while (true)
        {
            var page = await store.Page(ScheduleEntry.Partition, new(last, until), ct);
            foreach (var entry in page.Items)
                await Publish(entry, ct);
            if (!page.More)
                return;
            last = page.Items[^1].Id;
        }
    }

    private async Task Publish(Document entry, CancellationToken ct)
    {
        var due = JsonSerializer.Deserialize(entry.Body.Span, NewsJson.Wire.ScheduleEntry)!;
        try
        {
            if (await desk.PublishDue(due, ct))
                LogPublished(due.ArticleId, due.At);
            else
                // The article says otherwise now. By the entry's ETag, so that one that was just written anew stays.
                await store.Commit(ScheduleEntry.Partition, [Change.Delete(entry.Id, Expectation.Match(entry.ETag))], ct);
        }
        catch (Failure failure) when (failure.Code == FailureCode.Conflict)
        {
            // It stays in the schedule, and goes out once its pictures are ready.
            LogNotReady(due.ArticleId, due.At, failure.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{ArticleId}, which was due at {At}, waits: {Why}")]
    private partial void LogNotReady(string articleId, DateTimeOffset at, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "Published {ArticleId}, which was due at {At}")]
    private partial void LogPublished(string articleId, DateTimeOffset at);
}
