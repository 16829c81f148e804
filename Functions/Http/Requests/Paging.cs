using System.Globalization;
using Microsoft.AspNetCore.Http;
using News.Domain;
using News.Domain.Lists;

namespace News.Functions.Http.Requests;

/// <summary>Which part of a list was asked for.</summary>
/// <param name="Limit">How many entries.</param>
/// <param name="After">The id after which the list goes on; null from its start.</param>
public sealed record Paging(int Limit, string? After)
{
    private static readonly HashSet<string> _notRepeated = new(["cursor", "code"], StringComparer.OrdinalIgnoreCase);

    /// <summary>From <c>limit</c> and <c>cursor</c>.</summary>
    /// <param name="list">What the cursor must belong to.</param>
    /// <exception cref="Failure">Either is malformed.</exception>
    public static Paging Of(IQueryCollection query, string list)
    {
        var limit = RequestLimits.ListDefault;
        var given = Parameter(query, "limit");
        if (given is not null && (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > RequestLimits.ListMost))
            throw Failure.Invalid("limit", $"must be a number from 1 to {RequestLimits.ListMost}");
        return new(limit, Cursor.Parse(Parameter(query, "cursor"), list));
    }

    /// <summary>The address of the next page: this one's with another cursor.</summary>
    public static string NextUrl(HttpRequest request, string baseUrl, string cursor)
    {
        var kept = request.Query.Where(pair => !_notRepeated.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()));
        var query = QueryString.Create(kept.Append(KeyValuePair.Create("cursor", cursor))!);
        return $"{baseUrl}{request.Path}{query}";
    }

    /// <summary>The one value of a query parameter, or null where it is not there or empty.</summary>
    /// <exception cref="Failure">It stands there twice.</exception>
    public static string? Parameter(IQueryCollection query, string name)
    {
        var values = query[name];
        if (values.Count > 1)
            throw Failure.Invalid(name, "stands there more than once");
        return values.Count == 1 && values[0]!.Length > 0 ? values[0] : null;
    }
}
