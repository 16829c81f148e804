using System.Text.Json;
using News.Domain.Lists;
using News.Domain.Reading;
using News.Functions.Reading;
using News.Functions.Reading.Answers;
using News.Functions.Reading.Cache;
using News.Functions.Storage;

namespace News.Functions.Articles;

/// <summary>Pages of lists, ready to send.</summary>
public sealed class CardLists(ReadingCache cache, IDocumentStore store, Presenters presenters, SiteAddress address)
{
    private const string Kind = "list";

    /// <summary>The page; one without entries is not kept, since anybody can invent its name.</summary>
    public async ValueTask<ReadAnswer> Of(ListQuery query, CancellationToken ct) =>
        await cache.Get(new(Kind, query.Text(query.Paging.After)), (Here: this, query), static (ask, ct) => ask.Here.Read(ask.query, ct), ct)
        ?? ReadAnswer.Json(new CardList([], null), NewsJson.Wire.CardList);

    private async ValueTask<ReadAnswer?> Read(ListQuery query, CancellationToken ct)
    {
        if (query.Ids is not { } range)
            return null;
        var page = await store.Page(query.Feed.Name, range, ct);
        if (page.Items.Count == 0)
            return null;
        var presenter = await presenters.Now(ct);
        var cards = page.Items.Select(entry => presenter.Card(JsonSerializer.Deserialize(entry.Body.Span, NewsJson.Wire.CardEntry)!));
        var next = page.More ? Cursor.After(query.Feed.Name, page.Items[^1].Id) : null;
        var link = next is null ? null : $"{address.BaseUrl}/api/articles{query.Text(next)}";
        return ReadAnswer.Json(new CardList([.. cards], next), NewsJson.Wire.CardList, link);
    }
}
