using System.Text.Json;
using News.Domain.MostRead;
using News.Domain.MostRead.Sketches;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage.MostRead;

/// <summary>
/// How many readers each article had by hour and by day, for the newsroom. Articles share documents, 64 to an hour: one of its own each
/// would cost thousands of writes an hour, one for all would make every question read all.
/// </summary>
public sealed class ReaderCharts(IDocumentStore store, Patience patience)
{
    /// <summary>Documents that the articles of an hour are spread over.</summary>
    public const int Shards = 64;

    /// <summary>Hours that can be asked for, the present one included.</summary>
    public const int Hours = 48;

    /// <summary>Days that can be asked for, today included.</summary>
    public const int Days = 90;

    private const string HourPrefix = "hour:";
    private const string DayPrefix = "day:";

    // After every "day:…": a capital is more than a colon.
    private const string AfterDays = "dayA";

    /// <summary>Where an article's numbers are.</summary>
    public static int ShardOf(UInt128 article) => (int)(article % Shards);

    /// <summary>Writes the numbers of one shard for an hour, and for its day as far as it has come.</summary>
    public async Task Put(int shard, Hour hour, SketchBook hourBook, SketchBook dayBook, CancellationToken ct)
    {
        Change[] changes =
        [
            Change.Put(HourPrefix + hour.Key, Numbers(hourBook, shard), timeToLive: TimeSpan.FromHours(Hours + Day.Hours)),
            Change.Put(DayPrefix + hour.Day.Key, Numbers(dayBook, shard), timeToLive: TimeSpan.FromDays(Days + 1)),
        ];
        await patience.Try(() => store.Commit(Partition(shard), changes, ct), ct);
    }

    /// <summary>An article's readers in each of the last hours and on each of the last days, the present ones last.</summary>
    public async Task<(IReadOnlyList<(Hour Hour, int Readers)> Hours, IReadOnlyList<(Day Day, int Readers)> Days)> Read(
        string articleId, DateTimeOffset now, CancellationToken ct)
    {
        var partition = Partition(ShardOf(ArticleNumber.Of(articleId)));
        var (hour, day) = (Hour.Of(now), Day.Of(now));
        var hours = await Read(partition, new(HourPrefix + (hour - Hours).Key), articleId, ct);
        var days = await Read(partition, new(DayPrefix + (day - Days).Key, AfterDays), articleId, ct);
        return (
            [.. Hour.Range(hour - (Hours - 1), hour).Select(each => (each, hours.GetValueOrDefault(HourPrefix + each.Key)))],
            [.. Enumerable.Range(1 - Days, Days).Select(back => day + back).Select(each => (each, days.GetValueOrDefault(DayPrefix + each.Key)))]);
    }

    private static string Partition(int shard) => $"readers:{shard:D2}";

    private static byte[] Numbers(SketchBook book, int shard)
    {
        var readers = book.Sketches.Where(entry => ShardOf(entry.Key) == shard)
            .ToDictionary(entry => ArticleNumber.ToId(entry.Key), entry => entry.Value.Estimate());
        return JsonSerializer.SerializeToUtf8Bytes(new ReaderNumbers(readers), NewsJson.Wire.ReaderNumbers);
    }

    private async Task<Dictionary<string, int>> Read(string partition, PageRange range, string articleId, CancellationToken ct)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        while (true)
        {
            var page = await store.Page(partition, range, ct);
            foreach (var document in page.Items)
                found[document.Id] = JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.ReaderNumbers)!.Readers.GetValueOrDefault(articleId);
            if (!page.More)
                return found;
            range = range with { From = page.Items[^1].Id };
        }
    }
}
