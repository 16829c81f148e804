using System.Globalization;
using System.Text.Json;
using News.Domain.Articles;
using News.Domain.Lists;
using News.Domain.MostRead;
using News.Domain.MostRead.Sketches;
using News.Functions;
using News.Functions.Storage;
using News.Functions.Storage.Articles;
using News.Functions.Storage.MostRead;
using News.Functions.Storage.Views;

namespace News.Bench.Counting;

/// <summary>5,000 articles that are read by Zipf's law: the second half as often as the first, the third a third as often.</summary>
public sealed class ReadSite(IDocumentStore store, BenchClock clock)
{
    private const int Articles = 5_000;
    private const int Sections = 20;
    private const int ViewsOfABatch = 100;

    private readonly Random _random = new(2);
    private readonly double[] _upTo = new double[Articles];
    private readonly UInt128[] _ids = new UInt128[Articles];
    private int _batches;

    /// <summary>Views stored so far.</summary>
    public long Views => (long)_batches * ViewsOfABatch;

    /// <summary>Bytes of the documents they are in, keys included.</summary>
    public long Bytes { get; private set; }

    /// <summary>Lets readers see the articles.</summary>
    public async Task Publish(CancellationToken ct)
    {
        var sum = 0.0;
        for (var rank = 0; rank < Articles; rank++)
        {
            _upTo[rank] = sum += 1.0 / (rank + 1);
            _ids[rank] = ArticleNumber.Of(Guid.CreateVersion7(clock.Now.AddMinutes(-14 * rank)).ToString("N"));
        }

        await Parallel.ForAsync(0, Articles, ct, async (rank, token) => await Put(ArticleNumber.ToId(_ids[rank]), rank, token));
    }

    /// <summary>Stores a minute's batches as an instance does, and lets the minute pass.</summary>
    public async Task Minute(int batches, CancellationToken ct)
    {
        var hour = Hour.Of(clock.Now);
        for (var batch = 0; batch < batches; batch++)
        {
            var views = Enumerable.Range(0, ViewsOfABatch).Select(_ => new View(_ids[Draw()], (uint)_random.Next(1 << ReaderMark.Bits), hour));
            var body = JsonSerializer.SerializeToUtf8Bytes(
                new StoredViews(SketchBookFormat.Write(SketchBook.Of(views), int.MaxValue).Single()), NewsJson.Wire.StoredViews);
            var id = string.Create(CultureInfo.InvariantCulture, $"{Instant.Sortable(clock.Now)}-01234567-{++_batches}");
            var partition = MostReadKeys.Views(hour);
            Bytes += partition.Length + id.Length + body.Length;
            await store.Commit(partition, [Change.Put(id, body, timeToLive: MostReadKeys.Kept)], ct);
        }

        clock.Now += TimeSpan.FromMinutes(1);
    }

    private async Task Put(string id, int rank, CancellationToken ct)
    {
        var card = new CardEntry(
            id, $"bai-{rank}", "Tít", "Lời dẫn.", $"muc-{rank % Sections}", ArticleFormat.News, clock.Now.AddMinutes(-14 * rank), null, null, [], null, Access.Free);
        var body = JsonSerializer.SerializeToUtf8Bytes(card, NewsJson.Wire.CardEntry);
        await store.Commit(ArticleKeys.Partition(id), [Change.Put(ArticleKeys.Card, body)], ct);
    }

    private int Draw()
    {
        var place = Array.BinarySearch(_upTo, _random.NextDouble() * _upTo[^1]);
        return place < 0 ? ~place : place;
    }
}
