using System.Globalization;

namespace News.Domain.MostRead;

/// <summary>An hour of UTC, the smallest span that readers are counted by.</summary>
/// <param name="Number">Whole hours since 1970.</param>
public readonly record struct Hour(int Number)
{
    private const int SecondsEach = 3600;

    public DateTimeOffset Start => DateTimeOffset.FromUnixTimeSeconds((long)Number * SecondsEach);

    /// <summary>The first moment that is no longer in it.</summary>
    public DateTimeOffset End => (this + 1).Start;

    public Day Day => new(Number / Day.Hours);

    /// <summary>Ten digits whose ordinal order is the order in time.</summary>
    public string Key => Start.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);

    public static Hour operator +(Hour hour, int hours) => new(hour.Number + hours);

    public static Hour operator -(Hour hour, int hours) => new(hour.Number - hours);

    /// <summary>The hour a moment is in.</summary>
    public static Hour Of(DateTimeOffset moment) => new((int)(moment.ToUnixTimeSeconds() / SecondsEach));

    /// <summary>Every hour from one to another, both included; none if the first is the later one.</summary>
    public static IEnumerable<Hour> Range(Hour first, Hour last) =>
        Enumerable.Range(first.Number, Math.Max(0, last.Number - first.Number + 1)).Select(number => new Hour(number));
}
