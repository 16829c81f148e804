using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using News.Domain.MostRead;
using News.Domain.MostRead.Sketches;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage.MostRead;

/// <summary>The sketches of hours as they were last kept: what a count goes on from after a restart.</summary>
public sealed partial class HourSketches(IDocumentStore store, Patience patience, ILogger<HourSketches> logger)
{
    private const int PartBytes = 1_000_000;

    /// <summary>Keeps what an hour has so far.</summary>
    /// <param name="until">When its views were last read.</param>
    public async Task Put(Hour hour, SketchBook book, DateTimeOffset until, CancellationToken ct)
    {
        var part = 0;
        foreach (var bytes in SketchBookFormat.Write(book, PartBytes))
        {
            // Parts of an earlier time may stay behind these: they hold less, and union takes no harm.
            var id = Id(hour, part++);
            var body = JsonSerializer.SerializeToUtf8Bytes(new StoredSketches(until, bytes), NewsJson.Wire.StoredSketches);
            await patience.Try(
                () => store.Commit(MostReadKeys.Sketches(hour.Day), [Change.Put(id, body, timeToLive: MostReadKeys.Kept)], ct), ct);
        }
    }

    /// <summary>What was kept of the hours of a day, in order, an hour once for each of its parts.</summary>
    /// <param name="first">The first hour to read.</param>
    public async IAsyncEnumerable<(Hour Hour, SketchBook Book, DateTimeOffset Until)> Read(
        Day day, Hour first, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var hour in Hour.Range(new(Math.Max(first.Number, day.FirstHour.Number)), day.LastHour))
        {
            // One by one: of documents this large a page would cost six times as much.
            for (var part = 0; await store.Read(MostReadKeys.Sketches(day), Id(hour, part), ct) is { } document; part++)
            {
                if (Open(document) is { } kept)
                    yield return (hour, kept.Book, kept.Until);
            }
        }
    }

    private static string Id(Hour hour, int part) => string.Create(CultureInfo.InvariantCulture, $"{hour.Key}-{part:D3}");

    /// <summary>One that cannot be read, such as a newer version's, must not stop the count: an open hour is read again from its views.</summary>
    private (SketchBook Book, DateTimeOffset Until)? Open(Document document)
    {
        try
        {
            var stored = JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.StoredSketches)!;
            return (SketchBookFormat.Read(stored.Sketches), stored.Until);
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            LogSpoilt(fault, document.Id);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The sketches {Id} cannot be read and are left out")]
    private partial void LogSpoilt(Exception fault, string id);
}
