using Cronos;
using Microsoft.Extensions.Configuration;

namespace News.Functions.LocalHost.Triggers;

/// <summary>A timer function with the schedule its settings give it; without one it is switched off.</summary>
public sealed record TimerFunction(FunctionEntry Entry, CronExpression? Schedule)
{
    /// <summary>As on Azure <c>%MostRead:Schedule%</c> is the setting of that name; a missing or empty one turns it off.</summary>
    /// <exception cref="StartRefusedException">The schedule is not NCRONTAB of six fields.</exception>
    public static TimerFunction Of(FunctionEntry entry, IConfiguration configuration)
    {
        var written = entry.Schedule ?? "";
        var schedule = written.Length > 1 && written[0] == '%' && written[^1] == '%' ? configuration[written[1..^1]] : written;
        return new TimerFunction(entry, string.IsNullOrWhiteSpace(schedule) ? null : Parse(entry, schedule));
    }

    /// <summary>The first tick after a moment, in UTC; none when the schedule has no more.</summary>
    public DateTimeOffset? TickAfter(DateTimeOffset moment) => Schedule?.GetNextOccurrence(moment, TimeZoneInfo.Utc);

    private static CronExpression Parse(FunctionEntry entry, string schedule)
    {
        try
        {
            return CronExpression.Parse(schedule, CronFormat.IncludeSeconds);
        }
        catch (CronFormatException fault)
        {
            throw new StartRefusedException(
                $"The function {entry.Name} has the schedule '{schedule}', which is not six NCRONTAB fields: {fault.Message}", fault);
        }
    }
}
