using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http.Requests;
using News.Functions.Reading;
using News.Functions.Reading.Answers;

namespace News.Functions.Articles;

/// <summary>Published articles, newest first, all or of one section, tag, author, format or topic; or those with given ids.</summary>
public sealed class ListArticles(CardLists lists, CardsOfIds cards, Presenters presenters)
{
    [Function(nameof(ListArticles))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/articles")] HttpRequest request, CancellationToken ct)
    {
        if (Paging.Parameter(request, "ids") is { } ids)
        {
            FeedChoice.RefuseBesideIds(request);
            return await cards.Of(ids, ct);
        }

        var range = DayRange.Of(request);
        var feed = FeedChoice.Of(request, (await presenters.Now(ct)).Directory);
        var paging = Paging.Of(request, feed?.Name ?? "");
        return feed is null
            ? ReadAnswer.Json(new CardList([], null), NewsJson.Wire.CardList)
            : await lists.Of(new(feed, range, paging), ct);
    }
}
