using News.Domain.MostRead;
using News.Domain.MostRead.Counting;
using News.Domain.MostRead.Sketches;
using Xunit;

namespace News.Functions.Tests.MostRead;

/// <summary>Exact numbers at a fixed instant.</summary>
public class ReaderCountTests
{
    private const int Precise = 9;
    private static readonly DateTimeOffset _now = new(2026, 3, 10, 15, 30, 0, TimeSpan.Zero);
    private static readonly Hour _hour = Hour.Of(_now);

    [Fact]
    public void Score_is_the_sum_of_readers_times_what_is_left_of_them()
    {
        var count = new ReaderCount(_hour - 48);
        Read(count, article: 1, _hour, readers: 8);
        Read(count, article: 1, _hour - 6, readers: 100);
        Read(count, article: 2, _hour - 23, readers: 10);
        Read(count, article: 3, _hour - 24, readers: 1_000);
        var scores = count.Scores(Window.Last24Hours, _now);
        // Half an hour, six and a half, 23 and a half; the hour before that is out.
        Assert.Equal((8 * Math.Pow(2, -0.5 / 6)) + (100 * Math.Pow(2, -6.5 / 6)), scores[1], Precise);
        Assert.Equal(54.744710, scores[1], 6);
        Assert.Equal(10 * Math.Pow(2, -23.5 / 6), scores[2], Precise);
        Assert.Equal(2, scores.Count);
    }

    [Fact]
    public void Repeated_views_change_nothing()
    {
        var count = new ReaderCount(_hour - 48);
        Assert.Equal([(UInt128)1], Read(count, 1, _hour, 50));
        Assert.Empty(Read(count, 1, _hour, 50));
        Assert.Empty(Read(count, 1, _hour, 20));
        Assert.Equal(50, count.Readers(Window.Last24Hours, _now, 1));
    }

    [Fact]
    public void Readers_are_distinct_within_a_day_and_added_over_days()
    {
        var count = new ReaderCount(_hour - 48);
        Read(count, 1, _hour, 30);
        Read(count, 1, _hour - 3, 20);
        Read(count, 1, _hour - 20, 50);
        Read(count, 1, _hour - 22, 40);
        Assert.Equal(30 + 50, count.Readers(Window.Last24Hours, _now, 1));
    }

    [Fact]
    public void Yesterday_counts_only_as_far_as_the_window_goes_in_24_hours_and_whole_in_7_days()
    {
        var count = new ReaderCount(_hour - 48);
        Read(count, 1, _hour - 20, 5);
        Read(count, 1, _hour - 30, 9);
        Assert.Equal(5, count.Readers(Window.Last24Hours, _now, 1));
        Assert.Equal(9, count.Readers(Window.Last7Days, _now, 1));
    }

    [Fact]
    public void Closed_day_scores_as_its_hours_did()
    {
        var (open, closed) = (new ReaderCount(_hour - 72), new ReaderCount(_hour - 72));
        foreach (var count in new[] { open, closed })
        {
            for (var ago = 71; ago >= 0; ago--)
                Read(count, (UInt128)(ago % 5) + 1, _hour - ago, 10 + ago);
        }

        var tallies = 0;
        while (closed.Closed.Number < _hour.Number - 1)
            tallies += closed.Close() is null ? 0 : 1;
        Assert.Equal(3, tallies);
        foreach (var window in Window.All)
        {
            var (expected, scores) = (open.Scores(window, _now), closed.Scores(window, _now));
            Assert.Equal(expected.Keys.Order(), scores.Keys.Order());
            Assert.All(expected, score => Assert.Equal(1, scores[score.Key] / score.Value, 6));
            Assert.All(expected.Keys, article => Assert.Equal(open.Readers(window, _now, article), closed.Readers(window, _now, article)));
        }
    }

    [Fact]
    public void Tally_survives_being_stored()
    {
        var count = new ReaderCount(_hour.Day.FirstHour - 1);
        Read(count, 1, _hour.Day.FirstHour + 3, 700);
        Read(count, 2, _hour.Day.LastHour, 3);
        DayTally? tally = null;
        while (tally is null)
            tally = count.Close();
        var again = DayTally.Read(tally.Write());
        Assert.Equal(tally.Entries.OrderBy(entry => entry.Key), again.Entries);
        Assert.Equal(3 * (float)Math.Pow(2, 23 / 48.0), again.Entries.Last().Value.Last7Days, 4);
    }

    [Theory]
    [InlineData("")]
    [InlineData("02")]
    [InlineData("01" + "00000000000000000000000000000001" + "00000001" + "3F800000")]
    [InlineData("01" + "00000000000000000000000000000001" + "FFFFFFFF" + "3F800000" + "3F800000")]
    [InlineData("01" + "00000000000000000000000000000001" + "00000001" + "7FC00000" + "3F800000")]
    public void Hostile_bytes_are_no_tally(string hex) => Assert.Throws<InvalidDataException>(() => DayTally.Read(Convert.FromHexString(hex)));

    [Fact]
    public void What_no_window_asks_for_is_forgotten()
    {
        var count = new ReaderCount(_hour - 72);
        Read(count, 1, _hour - 60, 5);
        Read(count, 1, _hour, 5);
        while (count.Closed.Number < _hour.Number - 1)
            count.Close();
        count.Forget(_now);
        Assert.Equal((0, 1), (count.BookOf(_hour - 60).Count, count.BookOf(_hour).Count));
        count.Forget(_now.AddDays(40));
        Assert.False(count.HasTally((_hour - 60).Day));
    }

    private static uint Mark(int reader) => Simulation.Readership.MarkOf(reader);

    /// <summary>Readers 1 to n of that hour's day.</summary>
    private static IReadOnlyList<UInt128> Read(ReaderCount count, UInt128 article, Hour hour, int readers) =>
        count.Fold(hour, SketchBook.Of(Enumerable.Range(1, readers).Select(reader => new View(article, Mark(reader), hour))));
}
