using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using News.Domain;
using News.Functions.Http.Requests;
using News.Functions.Reading;
using News.Functions.Reading.Cache;
using News.Functions.Storage.Stamps;

namespace News.Functions.Articles;

/// <summary>
/// Which list a query string asks for. All readers ask for the same few, and taking them apart each time costs as much as everything
/// else we do for such a request. They are kept by themselves, so that whoever invents query strings pushes out no bodies.
/// </summary>
public sealed class ListQueries(Presenters presenters, CacheOptions options, ChangeCounters counters, Recorder recorder, TimeProvider time)
{
    private const string Kind = "query";
    private const long BytesOfQueries = 1_000_000;

    private readonly ReadingCache _kept = new(options with { Bytes = BytesOfQueries }, counters, recorder, time);

    /// <summary>The list; null where it can have no entries, and where ids are asked for instead.</summary>
    /// <exception cref="Failure">A parameter is malformed, stands there twice or cannot be combined with another.</exception>
    public ValueTask<ListQuery?> Of(QueryString query, CancellationToken ct) =>
        _kept.Get(new(Kind, query.ToString()), (presenters, query), static (ask, ct) => Read(ask.presenters, ask.query, ct), ct);

    /// <remarks>Not of the request itself: others may wait for this longer than whoever sent it.</remarks>
    private static async ValueTask<ListQuery?> Read(Presenters presenters, QueryString text, CancellationToken ct)
    {
        var query = new QueryCollection(QueryHelpers.ParseQuery(text.Value));
        if (Paging.Parameter(query, CardsOfIds.Parameter) is not null)
            return null;
        var range = DayRange.Of(query);
        var feed = FeedChoice.Of(query, (await presenters.Now(ct)).Directory);
        var paging = Paging.Of(query, feed?.Name ?? "");
        return feed is null ? null : new(feed, range, paging);
    }
}
