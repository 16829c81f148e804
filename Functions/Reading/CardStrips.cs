using System.Buffers;
using System.Text.Json;
using News.Domain.Lists;
using News.Functions.Reading.Cache;
using News.Functions.Storage;

namespace News.Functions.Reading;

/// <summary>The newest cards of each list, kept ready: pages are made of them.</summary>
public sealed class CardStrips(ReadingCache cache, IDocumentStore store, Presenters presenters)
{
    private const string Kind = "strip";

    /// <summary>No block of a page shows more cards, and each may leave one out.</summary>
    private const int Cards = 11;

    /// <summary>The newest cards of the feed; empty where it has none.</summary>
    public async ValueTask<CardStrip> Newest(string feed, CancellationToken ct) =>
        await cache.Get(new(Kind, feed), (Here: this, feed), static (ask, ct) => ask.Here.Read(ask.feed, ct), ct) ?? CardStrip.Empty;

    /// <summary>One card, ready to send.</summary>
    public static CardStrip.Item Show(CardEntry entry, NotingPresenter presenter) =>
        new(entry.Id, JsonSerializer.SerializeToUtf8Bytes(presenter.Card(entry), NewsJson.Wire.CardView));

    private async ValueTask<CardStrip?> Read(string feed, CancellationToken ct)
    {
        var page = await store.Page(feed, new(Backward: true, Take: Cards), ct);
        return page.Items.Count == 0 ? null : Strip(page.Items, await presenters.Now(ct));
    }

    private static CardStrip Strip(IReadOnlyList<Document> entries, NotingPresenter presenter)
    {
        var json = CardJson.Buffer(entries);
        List<(string Id, Range Place)> cards = new(entries.Count);
        foreach (var entry in entries)
        {
            json.Write(cards.Count == 0 ? ""u8 : ","u8);
            var start = json.WrittenCount;
            cards.Add((presenter.WriteCard(entry.Body.Span, json), start..json.WrittenCount));
        }

        return new(json.WrittenMemory, json.Capacity, [.. cards.Select(card => new CardStrip.Item(card.Id, json.WrittenMemory[card.Place]))]);
    }
}
