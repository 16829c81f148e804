using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http.Requests;
using News.Functions.Reading.Answers;

namespace News.Functions.Articles;

/// <summary>Published articles, newest first, all or of one section, tag, author, format or topic; or those with given ids.</summary>
public sealed class ListArticles(ListQueries queries, CardLists lists, CardsOfIds cards)
{
    [Function(nameof(ListArticles))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/articles")] HttpRequest request, CancellationToken ct)
    {
        if (await queries.Of(request.QueryString, ct) is { } query)
            return await lists.Of(query, ct);
        if (Paging.Parameter(request.Query, CardsOfIds.Parameter) is not { } ids)
            return ReadAnswer.Json(new CardList([], null), NewsJson.Wire.CardList);
        FeedChoice.RefuseBesideIds(request.Query);
        return await cards.Of(ids, ct);
    }
}
