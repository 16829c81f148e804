using System.Text.Json;
using News.Domain.Articles;

namespace News.Functions.Storage.Articles;

/// <summary>Finishes what writes left undone when their process ended in the middle.</summary>
public sealed class Repair(IDocumentStore store, SlugRegistry slugs, Projector projector, TimeProvider time)
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
                await Redo(document, ct);
            done += page.Items.Count;
            if (!page.More)
                return done;
            last = page.Items[^1].Id;
        }
    }

    private async Task Redo(Document document, CancellationToken ct)
    {
        var intent = JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.Intent)!;
        await projector.Project(intent.ArticleId, intent.Mark, ct);
        if (intent.NewSlug is { } slug)
            await slugs.Release(slug, intent.ArticleId, ct);
        await store.Commit(Intent.Partition, [Change.Delete(document.Id)], ct);
    }
}
