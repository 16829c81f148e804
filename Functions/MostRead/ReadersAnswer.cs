namespace News.Functions.MostRead;

/// <summary>How many distinct readers an article had, oldest first, hours and days without readers included.</summary>
public sealed record ReadersAnswer(IReadOnlyList<ReadersAnswer.InHour> Hours, IReadOnlyList<ReadersAnswer.OnDay> Days)
{
    /// <summary>Of an hour of UTC.</summary>
    /// <param name="Hour">Its start.</param>
    public sealed record InHour(DateTimeOffset Hour, int Readers);

    /// <summary>Of a day of UTC.</summary>
    public sealed record OnDay(DateOnly Day, int Readers);
}
