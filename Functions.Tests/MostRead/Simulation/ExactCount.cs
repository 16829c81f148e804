using News.Domain.MostRead;

namespace News.Functions.Tests.MostRead.Simulation;

/// <summary>What the lists would say if every reader were remembered: the definition, written down without sketches, tallies and batches.</summary>
public sealed class ExactCount
{
    private readonly HashSet<(int Hour, int Article, int Reader)> _inHours = [];
    private readonly HashSet<(int Day, int Article, int Reader)> _onDays = [];
    private readonly Dictionary<(int Hour, int Article), int> _hours = [];
    private readonly Dictionary<(int Day, int Article), int> _days = [];

    public void Add(DateTimeOffset at, int article, int reader)
    {
        var (hour, day) = (HourOf(at), HourOf(at) / 24);
        if (_inHours.Add((hour, article, reader)))
            _hours[(hour, article)] = _hours.GetValueOrDefault((hour, article)) + 1;
        if (_onDays.Add((day, article, reader)))
            _days[(day, article)] = _days.GetValueOrDefault((day, article)) + 1;
    }

    /// <summary>The sum over the hours of a window of readers × 2^(−age / half-life), by article.</summary>
    public Dictionary<int, double> Scores(Window window, DateTimeOffset now)
    {
        var (hours, halfLife) = window.Name switch
        {
            "24h" => (24, 6.0),
            "7d" => (7 * 24, 48.0),
            _ => (30 * 24, 168.0),
        };
        var first = hours == 24 ? HourOf(now) - 23 : ((HourOf(now) / 24) - (hours / 24) + 1) * 24;
        var scores = new Dictionary<int, double>();
        foreach (var ((hour, article), readers) in _hours)
        {
            if (hour >= first)
                scores[article] = scores.GetValueOrDefault(article) + (readers * Math.Pow(2, -(now - DateTimeOffset.UnixEpoch.AddHours(hour)).TotalHours / halfLife));
        }

        return scores;
    }

    /// <summary>The sum over days of each day's distinct readers, by article.</summary>
    public Dictionary<int, int> Readers() =>
        _days.GroupBy(entry => entry.Key.Article).ToDictionary(article => article.Key, article => article.Sum(entry => entry.Value));

    private static int HourOf(DateTimeOffset at) => (int)(at.ToUnixTimeSeconds() / 3600);
}
