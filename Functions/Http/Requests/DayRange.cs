using System.Globalization;
using Microsoft.AspNetCore.Http;
using News.Domain;

namespace News.Functions.Http.Requests;

/// <summary>From when until when: the first moment is in it, the last is not.</summary>
public sealed record DayRange(DateTimeOffset? From, DateTimeOffset? To)
{
    private const int FirstYear = 1900;
    private const int LastYear = 9000;

    /// <summary>From <c>from</c> and <c>to</c>: a day in UTC or an instant with offset.</summary>
    /// <exception cref="Failure">Either is malformed, or they are the wrong way round.</exception>
    public static DayRange Of(IQueryCollection query)
    {
        var range = new DayRange(Moment(query, "from"), Moment(query, "to"));
        return range.From > range.To ? throw Failure.Invalid("from", "must not be after to") : range;
    }

    private static DateTimeOffset? Moment(IQueryCollection query, string name)
    {
        if (Paging.Parameter(query, name) is not { } text)
            return null;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        // An unescaped + of an offset arrives as a space.
        var read = DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, Utc, out var moment)
            || InstantText.TryParse(text.Replace(' ', '+'), out moment);
        return read && moment.Year is >= FirstYear and <= LastYear
            ? moment
            : throw Failure.Invalid(name, "must be a day such as 2026-01-31 or an instant such as " + InstantText.Example);
    }
}
