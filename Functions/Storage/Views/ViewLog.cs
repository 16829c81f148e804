using System.Text.Json;
using Microsoft.Extensions.Logging;
using News.Domain.Articles;
using News.Domain.MostRead;
using News.Domain.MostRead.Sketches;
using News.Functions.Storage.MostRead;

namespace News.Functions.Storage.Views;

/// <summary>Reads the batches of views that instances have stored.</summary>
public sealed partial class ViewLog(IDocumentStore store, ILogger<ViewLog> logger)
{
    /// <summary>
    /// How far a batch may appear in the past: instances' clocks differ by up to two minutes to either side, and a commit may take a while.
    /// </summary>
    private static readonly TimeSpan _late = TimeSpan.FromMinutes(5);

    /// <summary>When an hour has all its views.</summary>
    public static DateTimeOffset IsComplete(Hour hour) => hour.End + _late;

    /// <summary>The batches of an hour, and once more those of the last five minutes before it was last read.</summary>
    /// <param name="lastRead">When the hour was last read; null for all of it.</param>
    public async IAsyncEnumerable<SketchBook> Read(
        Hour hour, DateTimeOffset? lastRead, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var from = lastRead is { } moment ? Instant.Sortable(moment - _late) : null;
        while (true)
        {
            var page = await store.Page(MostReadKeys.Views(hour), new(from), ct);
            foreach (var document in page.Items)
            {
                if (Open(document) is { } book)
                    yield return book;
            }

            if (!page.More)
                yield break;
            from = page.Items[^1].Id;
        }
    }

    /// <summary>One that cannot be read must not keep the others from being counted.</summary>
    private SketchBook? Open(Document document)
    {
        try
        {
            return SketchBookFormat.Read(JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.StoredViews)!.Views);
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            LogSpoilt(fault, document.Id);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The batch of views {Id} cannot be read and is left out")]
    private partial void LogSpoilt(Exception fault, string id);
}
