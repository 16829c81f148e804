using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain;
using News.Domain.Articles;
using News.Domain.Lists;
using News.Domain.Reading;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Site;

namespace News.Functions.Articles;

/// <summary>Published articles, newest first, all or of one section, tag, author, format or topic; or those with given ids.</summary>
public sealed class ListArticles(IDocumentStore store, ArticleReader articles, SiteStore site, SiteAddress address)
{
    private const int IdLength = 32;

    [Function(nameof(ListArticles))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/articles")] HttpRequest request, CancellationToken ct)
    {
        var directory = await site.Directory(ct);
        var presenter = new Presenter(directory, address);
        if (Paging.Parameter(request, "ids") is { } ids)
            return await ById(ids, presenter, ct);
        var range = DayRange.Of(request);
        var feed = FeedChoice.Of(request, directory);
        var paging = Paging.Of(request, feed ?? "");
        return feed is null
            ? ReadAnswer.Json(new CardList([], null), NewsJson.Wire.CardList)
            : await Page(request, feed, range, paging, presenter, ct);
    }

    private async Task<IResult> Page(
        HttpRequest request, string feed, DayRange range, Paging paging, Presenter presenter, CancellationToken ct)
    {
        var from = range.From is { } first ? Instant.Sortable(first) : null;
        var to = range.To is { } end ? Instant.Sortable(end) : null;
        var upper = paging.After is { } after && (to is null || string.CompareOrdinal(after, to) < 0) ? after : to;
        if (from is not null && upper is not null && string.CompareOrdinal(from, upper) >= 0)
            return ReadAnswer.Json(new CardList([], null), NewsJson.Wire.CardList);
        var page = await store.Page(feed, new(from, upper, Backward: true, paging.Limit), ct);
        var cards = page.Items.Select(entry => presenter.Card(JsonSerializer.Deserialize(entry.Body.Span, NewsJson.Wire.CardEntry)!));
        var next = page.More ? Cursor.After(feed, page.Items[^1].Id) : null;
        var link = next is null ? null : Paging.NextUrl(request, address.BaseUrl, next);
        return ReadAnswer.Json(new CardList([.. cards], next), NewsJson.Wire.CardList, link);
    }

    private async Task<IResult> ById(string list, Presenter presenter, CancellationToken ct)
    {
        var ids = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length > RequestLimits.Ids)
            throw Failure.Invalid("ids", $"must be at most {RequestLimits.Ids}");
        if (ids.Any(id => id.Length != IdLength || !id.All(char.IsAsciiHexDigitLower)))
            throw Failure.Invalid("ids", $"must be article ids, {IdLength} hex digits each, separated by commas");
        var cards = await articles.Cards(ids.Distinct(), ct);
        var found = ids.Where(cards.ContainsKey).Select(id => presenter.Card(cards[id]));
        var missing = ids.Where(id => !cards.ContainsKey(id));
        return ReadAnswer.Json(new CardsById([.. found], [.. missing]), NewsJson.Wire.CardsById);
    }
}
