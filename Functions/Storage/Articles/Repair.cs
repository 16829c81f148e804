using System.Text.Json;
using Microsoft.Extensions.Logging;
using News.Domain.Articles;
using News.Functions.Storage.Faults;
using News.Functions.Storage.Media;
using News.Functions.Storage.Projections;

namespace News.Functions.Storage.Articles;

/// <summary>Finishes what writes left undone when their process ended in the middle.</summary>
public sealed partial class Repair(IDocumentStore store, SlugRegistry slugs, Projector projector, MediaUsers users, TimeProvider time, ILogger<Repair> logger)
{
    /// <summary>Younger intents may still be worked on by the request that left them.</summary>
    public static readonly TimeSpan MinimumAge = ArticleWriter.Limit * 3;

    /// <summary>Redoes every intent at least this old, oldest first; with null all, for a process that knows it is alone.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> Run(TimeSpan? minimumAge, CancellationToken ct)
    {
        var until = minimumAge is { } age ? Instant.Sortable(time.GetUtcNow() - age) : null;
        var done = 0;
        string? last = null;
        while (true)
        {
            var page = await store.Page(Intent.Partition, new(last, until), ct);
            foreach (var document in page.Items)
                await TryRedo(document, ct);
            done += page.Items.Count;
            if (!page.More)
                return done;
            last = page.Items[^1].Id;
        }
    }

    /// <summary>One that can never be finished must not keep the others waiting, nor the site from starting; it stays for a person to see.</summary>
    private async Task TryRedo(Document document, CancellationToken ct)
    {
        try
        {
            await Redo(document, ct);
        }
        catch (Exception fault) when (fault is CommitTooLargeException or InvalidDataException or JsonException)
        {
            LogGivenUp(fault, document.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The write {Intent} cannot be finished")]
    private partial void LogGivenUp(Exception fault, string intent);

    private async Task Redo(Document document, CancellationToken ct)
    {
        var intent = JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.Intent)!;
        if (intent.Asset is { } asset)
            await users.Redo(asset, ct);
        else
            await projector.Project(intent.ArticleId, intent.Mark, ct);
        if (intent.NewSlug is { } slug)
            await slugs.Release(slug, intent.ArticleId, ct);
        await store.Commit(Intent.Partition, [Change.Delete(document.Id)], ct);
    }
}
