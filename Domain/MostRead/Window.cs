namespace News.Domain.MostRead;

/// <summary>
/// How far back a list of the most read looks, and how fast what it sees fades. A score is the sum over hours of an article's distinct
/// readers × 2^(−age / half-life), an hour's age counted from its start.
/// </summary>
/// <param name="Name">As clients ask for it.</param>
/// <param name="Length">An hour, or in windows of several days a day, counts while its start is no older than this.</param>
/// <param name="HalfLife">After which a reader counts half.</param>
/// <param name="Every">How often the list is computed, counted from midnight; zero: whenever views are counted.</param>
public sealed record Window(string Name, TimeSpan Length, TimeSpan HalfLife, TimeSpan Every)
{
    public static readonly Window Last24Hours = new("24h", TimeSpan.FromHours(24), TimeSpan.FromHours(6), TimeSpan.Zero);

    public static readonly Window Last7Days = new("7d", TimeSpan.FromDays(7), TimeSpan.FromDays(2), TimeSpan.FromMinutes(10));

    public static readonly Window Last30Days = new("30d", TimeSpan.FromDays(30), TimeSpan.FromDays(7), TimeSpan.FromHours(1));

    /// <summary>Every window, shortest first.</summary>
    public static IReadOnlyList<Window> All { get; } = [Last24Hours, Last7Days, Last30Days];

    /// <summary>The window of a name; null where there is none.</summary>
    public static Window? Find(string name) => All.FirstOrDefault(window => window.Name == name);

    /// <summary>The first hour that counts: one of whole hours, or the first of whole days.</summary>
    public Hour First(DateTimeOffset now) =>
        Length <= TimeSpan.FromDays(1) ? Hour.Of(now) - ((int)Length.TotalHours - 1) : (Day.Of(now) - ((int)Length.TotalDays - 1)).FirstHour;

    /// <summary>What one reader counts whose hour or day began at a moment.</summary>
    public double Weight(DateTimeOffset start, DateTimeOffset now) => double.Exp2(-((now - start) / HalfLife));

    /// <summary>Whether the list last computed at a moment is to be computed anew.</summary>
    public bool IsDue(DateTimeOffset? last, DateTimeOffset now) =>
        Every == TimeSpan.Zero || last is not { } then || then.UtcTicks / Every.Ticks != now.UtcTicks / Every.Ticks;
}
