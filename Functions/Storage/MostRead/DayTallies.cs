using System.Text.Json;
using News.Domain.MostRead;
using News.Domain.MostRead.Counting;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage.MostRead;

/// <summary>The tallies of days that are over.</summary>
public sealed class DayTallies(IDocumentStore store, Patience patience)
{
    private static readonly TimeSpan _kept = Window.Last30Days.Length + TimeSpan.FromDays(1);

    /// <summary>Keeps a day's tally.</summary>
    public async Task Put(Day day, DayTally tally, CancellationToken ct)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new StoredTally(tally.Write()), NewsJson.Wire.StoredTally);
        await patience.Try(() => store.Commit(MostReadKeys.Count, [Change.Put(Id(day), body, timeToLive: _kept)], ct), ct);
    }

    /// <summary>The tally of a day; an empty one where nothing was read, or nobody counted.</summary>
    public async Task<DayTally> Read(Day day, CancellationToken ct) =>
        await store.Read(MostReadKeys.Count, Id(day), ct) is { } document
            ? DayTally.Read(JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.StoredTally)!.Tally)
            : new();

    private static string Id(Day day) => $"day:{day.Key}";
}
