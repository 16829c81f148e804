using System.Text.Json;
using News.Domain.MostRead;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.MostRead.Simulation;

/// <summary>A week of readers, the lists beside what they would be if every reader were remembered.</summary>
public class WeekTests
{
    private const int Days = 7;
    private const int Checked = 50;
    private const double Tolerance = 1.07;
    private const double Precision = 0.034;
    private static readonly int _views = Repository.Soak ? 10_000_000 : 400_000;
    private static readonly TimeSpan _step = TimeSpan.FromMinutes(Repository.Soak ? 1 : 10);

    private static readonly TimeSpan _checkEvery = TimeSpan.FromHours(6);
    private static readonly TimeSpan _clocksDiffer = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, int> _checks = [];
    private readonly SimulatedSite _site = new();
    private readonly Dictionary<UInt128, int> _numbers;

    public WeekTests() => _numbers = Enumerable.Range(0, Readership.Articles).ToDictionary(_site.Readership.IdOf);

    [Fact]
    public async Task Lists_of_a_week_are_those_an_exact_count_would_make()
    {
        await _site.Publish();
        var begin = _site.Now;
        var steps = (int)(TimeSpan.FromDays(Days) / _step);
        for (var step = 0; step < steps; step++)
        {
            await _site.Read(_step, (int)((long)_views * (step + 1) / steps - ((long)_views * step / steps)));
            await _site.Count();
            // On the hour, when every list is due by one clock or another; once there is a day of readers, since of few one more or less is much.
            if (_site.Now - begin >= TimeSpan.FromDays(1) && _site.Now.TimeOfDay.Ticks % _checkEvery.Ticks <= _step.Ticks)
                await CheckLists();
        }

        for (var rest = 0; rest < 20; rest++)
        {
            await _site.Read(TimeSpan.FromMinutes(1), 0);
            await _site.Count();
        }

        CheckReaders();
        Assert.True(_checks.Values.Min() >= Days, $"lists were checked {string.Join(", ", _checks)} times");
        Assert.True(_site.Crashed > 20 && _site.Resent > 100, $"only {_site.Crashed} crashes and {_site.Resent} views sent again");
        TestContext.Current.TestOutputHelper?.WriteLine($"{_site.Crashed} crashes, {_site.Resent} views sent again");
    }

    private async Task CheckLists()
    {
        using var look = _site.Look();
        foreach (var window in Window.All)
        {
            // One made a while ago, because no run went through since or its time has not come, says what was true then.
            if (await look.Lists.Read(window, null, default) is not { } list || (_site.Now - list.ComputedAt).Duration() > _clocksDiffer)
                continue;
            _checks[window.Name] = _checks.GetValueOrDefault(window.Name) + 1;
            var exact = _site.Exact.Scores(window, list.ComputedAt);
            CheckOrder(window, [.. list.Items.Take(Checked).Select(item => _numbers[ArticleNumber.Of(item.Id)])], exact);
        }
    }

    /// <summary>No article stands behind one that it clearly surpasses, nor outside of the list.</summary>
    private void CheckOrder(Window window, List<int> listed, Dictionary<int, double> exact)
    {
        Assert.Equal(Checked, listed.Distinct().Count());
        var strongestBehind = exact.Where(score => !listed.Contains(score.Key)).Max(score => score.Value);
        for (var place = listed.Count - 1; place >= 0; place--)
        {
            var score = exact[listed[place]];
            Assert.True(score * Tolerance >= strongestBehind, $"{_site.Now:u} {window.Name}: place {place + 1} has {score}, one behind it {strongestBehind}");
            strongestBehind = Math.Max(strongestBehind, score);
        }
    }

    private void CheckReaders()
    {
        var counted = _site.Store.Everything()
            .Where(document => document.Partition.StartsWith("readers:", StringComparison.Ordinal) && document.Id.StartsWith("day:", StringComparison.Ordinal))
            .SelectMany(document => JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.ReaderNumbers)!.Readers)
            .GroupBy(entry => entry.Key)
            .ToDictionary(article => _numbers[ArticleNumber.Of(article.Key)], article => article.Sum(entry => entry.Value));
        var exact = _site.Exact.Readers();
        Assert.Equal(exact.Keys.Order(), counted.Keys.Order());
        var off = exact.Select(article => Math.Abs((counted[article.Key] / (double)article.Value) - 1)).Order().ToList();
        Assert.True(off[(int)(off.Count * 0.95)] <= Precision, $"95 of 100 articles are within {off[(int)(off.Count * 0.95)]:P1}");
        // One who refreshes at midnight is two readers where two clocks disagree on the day; of four readers that is a quarter.
        var farthest = exact.Max(article => (Math.Abs(counted[article.Key] - article.Value) - 1) / (double)article.Value);
        Assert.True(farthest <= 3 * Precision, $"the farthest is off by {farthest:P1} and one reader");
        TestContext.Current.TestOutputHelper?.WriteLine($"{exact.Count} articles; 95 of 100 within {off[(int)(off.Count * 0.95)]:P2}, the farthest off by {farthest:P2} and one reader");
    }
}
