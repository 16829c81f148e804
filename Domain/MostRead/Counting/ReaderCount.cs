using System.Runtime.InteropServices;
using News.Domain.MostRead.Sketches;

namespace News.Domain.MostRead.Counting;

/// <summary>
/// The arithmetic of the most read: takes in sketches of views, hour by hour, and answers scores and distinct readers. Hours close in
/// order; what comes for a closed hour is no longer asked for. Not safe for several threads.
/// </summary>
/// <param name="closed">The last hour that is closed.</param>
public sealed class ReaderCount(Hour closed)
{
    private readonly Dictionary<Hour, HourCount> _hours = [];
    private readonly Dictionary<Day, SketchBook> _openDays = [];
    private readonly Dictionary<Day, DayTally> _tallies = [];

    // Readers in the hours from one to the end of its day: asked for by every list, and of hours that rarely change.
    private readonly Dictionary<UInt128, int> _sinceHour = [];
    private Hour _since;

    /// <summary>The last hour that is closed.</summary>
    public Hour Closed { get; private set; } = closed;

    /// <summary>Takes in views of an hour, the same ones any number of times; of a closed one what was kept of it.</summary>
    /// <returns>The articles that had readers this hour had not yet seen.</returns>
    public IReadOnlyList<UInt128> Fold(Hour hour, SketchBook views)
    {
        if (!_hours.TryGetValue(hour, out var count))
            _hours[hour] = count = new();
        if (hour.Day.LastHour.Number > Closed.Number)
            OpenDay(hour.Day).Union(views);
        var changed = count.Union(views);
        if (changed.Count > 0 && hour.Day == _since.Day)
            _sinceHour.Clear();
        return changed;
    }

    /// <summary>Takes in a day that was closed earlier.</summary>
    public void Add(Day day, DayTally tally) => _tallies[day] = tally;

    /// <summary>Whether the tally of a day is here.</summary>
    public bool HasTally(Day day) => _tallies.ContainsKey(day);

    /// <summary>The sketches of an hour.</summary>
    public SketchBook BookOf(Hour hour) => _hours.TryGetValue(hour, out var count) ? count.Book : new();

    /// <summary>The sketches of a day that is not closed.</summary>
    public SketchBook BookOf(Day day) => OpenDay(day);

    /// <summary>Closes the next hour.</summary>
    /// <returns>The tally of its day, when it was the day's last hour.</returns>
    public DayTally? Close()
    {
        Closed += 1;
        return Closed == Closed.Day.LastHour ? CloseDay(Closed.Day) : null;
    }

    /// <summary>The score of every article that was read within a window.</summary>
    public Dictionary<UInt128, double> Scores(Window window, DateTimeOffset now)
    {
        var scores = new Dictionary<UInt128, double>();
        foreach (var day in Days(window, now).Where(day => !CountsByHours(window, day)))
        {
            var weight = window.Weight(day.Start, now);
            foreach (var (article, entry) in _tallies[day].Entries)
                CollectionsMarshal.GetValueRefOrAddDefault(scores, article, out _) += weight * entry.Sum(window);
        }

        foreach (var hour in Hour.Range(window.First(now), Hour.Of(now)).Where(hour => CountsByHours(window, hour.Day)))
            Add(scores, hour, window.Weight(hour.Start, now));
        return scores;
    }

    /// <summary>The sum over the days of a window of an article's distinct readers on each of them, within the window.</summary>
    public int Readers(Window window, DateTimeOffset now, UInt128 article) =>
        Days(window, now).Sum(day => Readers(window.First(now), day, article));

    /// <summary>Forgets what no window asks for any more.</summary>
    public void Forget(DateTimeOffset now)
    {
        var firstHour = Math.Min(Window.Last24Hours.First(now).Number, (Closed + 1).Day.FirstHour.Number);
        foreach (var hour in _hours.Keys.Where(hour => hour.Number < firstHour).ToList())
            _hours.Remove(hour);
        var firstDay = Window.Last30Days.First(now).Day.Number;
        foreach (var day in _tallies.Keys.Where(day => day.Number < firstDay).ToList())
            _tallies.Remove(day);
    }

    private static IEnumerable<Day> Days(Window window, DateTimeOffset now)
    {
        var first = window.First(now).Day;
        return Enumerable.Range(first.Number, Day.Of(now).Number - first.Number + 1).Select(number => new Day(number));
    }

    /// <summary>Windows of days take a closed day from its tally.</summary>
    private bool CountsByHours(Window window, Day day) => window == Window.Last24Hours || !HasTally(day);

    private int Readers(Hour first, Day day, UInt128 article)
    {
        var isWhole = first.Number <= day.FirstHour.Number;
        if (isWhole && HasTally(day))
            return _tallies[day].Readers(article);
        if (isWhole && _openDays.TryGetValue(day, out var book))
            return book.Readers(article);
        return isWhole ? Readers(day.FirstHour, article) : ReadersSince(first, article);
    }

    private int ReadersSince(Hour first, UInt128 article)
    {
        if (first != _since)
            _sinceHour.Clear();
        _since = first;
        ref var readers = ref CollectionsMarshal.GetValueRefOrAddDefault(_sinceHour, article, out var isThere);
        return isThere ? readers : readers = Readers(first, article);
    }

    /// <summary>Distinct readers from an hour to the end of its day.</summary>
    private int Readers(Hour first, UInt128 article)
    {
        var union = new HyperLogLog();
        foreach (var hour in Hour.Range(first, first.Day.LastHour))
        {
            if (_hours.TryGetValue(hour, out var count) && count.Book.TryFind(article, out var sketch))
                union.Union(sketch);
        }

        return union.Estimate();
    }

    private void Add(Dictionary<UInt128, double> scores, Hour hour, double weight)
    {
        if (!_hours.TryGetValue(hour, out var count))
            return;
        foreach (var (article, readers) in count.Numbers)
            CollectionsMarshal.GetValueRefOrAddDefault(scores, article, out _) += weight * readers;
    }

    private DayTally CloseDay(Day day)
    {
        var tally = new DayTally();
        var (week, month) = (Sums(Window.Last7Days, day), Sums(Window.Last30Days, day));
        foreach (var (article, sketch) in OpenDay(day).Sketches)
            tally.Add(article, new(sketch.Estimate(), (float)week[article], (float)month[article]));
        _openDays.Remove(day);
        _tallies[day] = tally;
        return tally;
    }

    /// <summary>By article the sum of what a <see cref="DayTally"/> keeps.</summary>
    private Dictionary<UInt128, double> Sums(Window window, Day day)
    {
        var sums = new Dictionary<UInt128, double>();
        foreach (var hour in Hour.Range(day.FirstHour, day.LastHour))
            Add(sums, hour, 1 / window.Weight(day.Start, hour.Start));
        return sums;
    }

    private SketchBook OpenDay(Day day)
    {
        if (!_openDays.TryGetValue(day, out var book))
            _openDays[day] = book = new();
        return book;
    }
}
