using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using News.Domain.Articles;
using News.Functions.Http.Requests;
using News.Functions.Reading.Cache;
using News.Functions.Storage;

namespace News.Functions.Articles;

/// <summary>Which part of which list a client asked for.</summary>
public sealed record ListQuery(FeedChoice Feed, DayRange Range, Paging Paging) : IKept
{
    /// <summary>What tells this query from others.</summary>
    public string Name { get; } = Text(Feed, Range, Paging, Paging.After);

    /// <inheritdoc/>
    public int Bytes => 400 + (2 * Name.Length);

    /// <summary>The ids to read; null where there can be none.</summary>
    public PageRange? Ids
    {
        get
        {
            var from = Sortable(Range.From);
            var to = Sortable(Range.To);
            var upper = Paging.After is { } after && (to is null || string.CompareOrdinal(after, to) < 0) ? after : to;
            return from is not null && upper is not null && string.CompareOrdinal(from, upper) >= 0
                ? null
                : new(from, upper, Backward: true, Paging.Limit);
        }
    }

    /// <summary>The query of the address at which the list goes on after <paramref name="cursor"/>.</summary>
    public string Next(string cursor) => Text(Feed, Range, Paging, cursor);

    private static string Text(FeedChoice feed, DayRange range, Paging paging, string? cursor)
    {
        var query = new QueryBuilder();
        if (feed.Filter is { } filter)
            query.Add(filter, feed.Value);
        if (range.From is { } from)
            query.Add("from", from.ToString("O", CultureInfo.InvariantCulture));
        if (range.To is { } to)
            query.Add("to", to.ToString("O", CultureInfo.InvariantCulture));
        query.Add("limit", paging.Limit.ToString(CultureInfo.InvariantCulture));
        if (cursor is not null)
            query.Add("cursor", cursor);
        return query.ToString();
    }

    private static string? Sortable(DateTimeOffset? moment) => moment is { } at ? Instant.Sortable(at) : null;
}
