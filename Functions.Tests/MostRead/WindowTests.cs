using System.Globalization;
using News.Domain.MostRead;
using Xunit;

namespace News.Functions.Tests.MostRead;

public class WindowTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 10, 15, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("24h", "2026030916")]
    [InlineData("7d", "2026030400")]
    [InlineData("30d", "2026020900")]
    public void Hours_or_days_count_whose_start_is_within_the_window(string name, string first) =>
        Assert.Equal(first, Window.Find(name)!.First(_now).Key);

    [Theory]
    [InlineData("24h", 6)]
    [InlineData("7d", 48)]
    [InlineData("30d", 168)]
    public void A_reader_counts_half_after_a_half_life(string name, int hours)
    {
        var window = Window.Find(name)!;
        Assert.Equal(1, window.Weight(_now, _now));
        Assert.Equal(0.5, window.Weight(_now.AddHours(-hours), _now));
        Assert.Equal(0.25, window.Weight(_now.AddHours(-2 * hours), _now));
    }

    [Theory]
    [InlineData("24h", "15:29:59", true)]
    [InlineData("24h", "15:30:00", true)]
    [InlineData("7d", "15:29:59", true)]
    [InlineData("7d", "15:30:00", false)]
    [InlineData("30d", "14:59:59", true)]
    [InlineData("30d", "15:00:00", false)]
    public void List_is_due_with_every_count_or_once_in_its_span(string name, string last, bool due) =>
        Assert.Equal(due, Window.Find(name)!.IsDue(new DateTimeOffset(_now.Date, TimeSpan.Zero) + TimeSpan.Parse(last, CultureInfo.InvariantCulture), _now));

    [Fact]
    public void No_window_has_another_name() => Assert.Null(Window.Find("24H"));
}
