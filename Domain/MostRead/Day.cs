using System.Globalization;

namespace News.Domain.MostRead;

/// <summary>A day of UTC; within it a reader is one reader, on the next day another.</summary>
/// <param name="Number">Whole days since 1970.</param>
public readonly record struct Day(int Number)
{
    /// <summary>Hours of a day.</summary>
    public const int Hours = 24;

    public DateTimeOffset Start => FirstHour.Start;

    public Hour FirstHour => new(Number * Hours);

    public Hour LastHour => FirstHour + (Hours - 1);

    /// <summary>Eight digits whose ordinal order is the order in time.</summary>
    public string Key => Start.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public static Day operator +(Day day, int days) => new(day.Number + days);

    public static Day operator -(Day day, int days) => new(day.Number - days);

    /// <summary>The day a moment is in.</summary>
    public static Day Of(DateTimeOffset moment) => Hour.Of(moment).Day;
}
