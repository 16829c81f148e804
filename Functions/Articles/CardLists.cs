using System.Buffers;
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
        await cache.Get(new(Kind, query.Name), (Here: this, query), static (ask, ct) => ask.Here.Read(ask.query, ct), ct)
        ?? ReadAnswer.Json(new CardList([], null), NewsJson.Wire.CardList);

    private async ValueTask<ReadAnswer?> Read(ListQuery query, CancellationToken ct)
    {
        if (query.Ids is not { } range)
            return null;
        var page = await store.Page(query.Feed.Name, range, ct);
        if (page.Items.Count == 0)
            return null;
        var next = page.More ? Cursor.After(query.Feed.Name, page.Items[^1].Id) : null;
        var link = next is null ? null : $"{address.BaseUrl}/api/articles{query.Next(next)}";
        return new(Body(page.Items, next, await presenters.Now(ct)), link);
    }

    /// <summary>A <see cref="CardList"/>.</summary>
    private static ReadyBody Body(IReadOnlyList<Document> entries, string? next, NotingPresenter presenter)
    {
        var json = CardJson.Buffer(entries);
        json.Write("{\"items\":["u8);
        for (var i = 0; i < entries.Count; i++)
        {
            json.Write(i == 0 ? ""u8 : ","u8);
            presenter.WriteCard(entries[i].Body.Span, json);
        }

        json.Write("],\"nextCursor\":"u8);
        json.Write(next is null ? "null"u8 : JsonSerializer.SerializeToUtf8Bytes(next, NewsJson.Wire.String));
        json.Write("}"u8);
        return ReadyBody.Of([json.WrittenMemory], json.Capacity);
    }
}
