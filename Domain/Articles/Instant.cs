using System.Globalization;

namespace News.Domain.Articles;

/// <summary>Moments as the site keeps them: UTC, whole milliseconds, sortable as text.</summary>
public static class Instant
{
    private const string SortableFormat = "yyyyMMddHHmmssfff";

    /// <summary>The moment in UTC without what is finer than a millisecond.</summary>
    public static DateTimeOffset Cut(DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        return new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }

    /// <summary>Seventeen digits whose ordinal order is the order in time.</summary>
    public static string Sortable(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(SortableFormat, CultureInfo.InvariantCulture);
}
