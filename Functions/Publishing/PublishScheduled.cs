using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
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
        List<Exception> faults = [];
        for (string? last = null; ;)
        {
            var page = await store.Page(ScheduleEntry.Partition, new(last, until), ct);
            foreach (var entry in page.Items)
                await TryPublish(entry, faults, ct);
            if (!page.More)
                break;
            last = page.Items[^1].Id;
        }

        if (faults.Count > 0)
            throw new AggregateException(faults);
    }

    /// <summary>One that cannot be published keeps nobody else waiting; it is tried again, and the host sees that something failed.</summary>
    private async Task TryPublish(Document entry, List<Exception> faults, CancellationToken ct)
    {
        try
        {
            await Publish(entry, ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotPublished(fault, entry.Id);
            faults.Add(fault);
        }
    }

    private async Task Publish(Document entry, CancellationToken ct)
    {
        var due = JsonSerializer.Deserialize(entry.Body.Span, NewsJson.Wire.ScheduleEntry)!;
        if (await desk.PublishDue(due, ct))
            LogPublished(due.ArticleId, due.At);
        else
            // The article says otherwise now. By the entry's ETag, so that one that was just written anew stays.
            await store.Commit(ScheduleEntry.Partition, [Change.Delete(entry.Id, Expectation.Match(entry.ETag))], ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Published {ArticleId}, which was due at {At}")]
    private partial void LogPublished(string articleId, DateTimeOffset at);

    [LoggerMessage(Level = LogLevel.Error, Message = "What is scheduled as {Entry} could not be published")]
    private partial void LogNotPublished(Exception fault, string entry);
}
