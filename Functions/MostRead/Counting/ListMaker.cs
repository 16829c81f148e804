using News.Domain.MostRead;
using News.Domain.MostRead.Counting;
using News.Functions.Storage.MostRead;

namespace News.Functions.MostRead.Counting;

/// <summary>Makes the lists that are due, overall and by section. Not safe for several threads.</summary>
public sealed class ListMaker(MostReadLists lists, DayTallies tallies, KnownArticles articles)
{
    private const int ScoreDigits = 3;

    private readonly Dictionary<Window, Made> _made = [];

    /// <summary>Makes and stores every list whose time has come; a window's lists change together or not at all.</summary>
    public async Task Make(ReaderCount count, DateTimeOffset now, CancellationToken ct)
    {
        var isFirst = _made.Count == 0;
        if (isFirst)
            await Recall(ct);
        var due = Window.All.Where(window => window.IsDue(_made[window].At, now) && !(isFirst && CanWait(window))).ToList();
        foreach (var window in due)
            await AddTallies(count, window, now, ct);
        var scores = due.ToDictionary(window => window, window => count.Scores(window, now));
        var byScore = scores.Values.SelectMany(each => each.OrderByDescending(entry => entry.Value).Select(entry => entry.Key));
        await articles.Refresh(byScore.Distinct(), now, ct);
        foreach (var window in due)
            await Make(count, window, scores[window], now, ct);
        if (due.Contains(Window.Last30Days))
            articles.Keep(scores[Window.Last30Days]);
    }

    /// <summary>A process that has just started has much else to read: lists of days that are there stay until its next run.</summary>
    private bool CanWait(Window window) => window != Window.Last24Hours && _made[window].At is not null;

    /// <summary>After a restart: the lists as they are say when they were made, and of many articles their section.</summary>
    private async Task Recall(CancellationToken ct)
    {
        Dictionary<Window, Made> found = [];
        foreach (var window in Window.All)
        {
            var overall = await lists.Read(window, null, ct);
            var sections = await lists.Sections(window, ct);
            foreach (var (section, list) in sections)
            {
                foreach (var item in list.Items)
                    articles.Note(ArticleNumber.Of(item.Id), section);
            }

            found[window] = new(overall?.ComputedAt, [.. sections.Keys]);
        }

        foreach (var (window, made) in found)
            _made[window] = made;
    }

    private async Task AddTallies(ReaderCount count, Window window, DateTimeOffset now, CancellationToken ct)
    {
        if (window == Window.Last24Hours)
            return;
        for (var day = window.First(now).Day; day.LastHour.Number <= count.Closed.Number; day += 1)
        {
            if (!count.HasTally(day))
                count.Add(day, await tallies.Read(day, ct));
        }
    }

    private async Task Make(
        ReaderCount count, Window window, Dictionary<UInt128, double> scores, DateTimeOffset now, CancellationToken ct)
    {
        var visible = articles.Visible(scores).ToList();
        var sections = visible.GroupBy(article => article.Section).ToDictionary(section => section.Key, ListOf);
        // A section that nobody reads any more has an empty list, not its last one.
        foreach (var section in _made[window].Sections.Where(section => !sections.ContainsKey(section)))
            sections[section] = new(now, []);
        await lists.Put(window, ListOf(visible), sections, ct);
        _made[window] = new(now, [.. sections.Keys]);

        MostReadList ListOf(IEnumerable<RankedArticle> some) => new(now, [.. Ranking.Top(some).Select(article => new ListedArticle(
            ArticleNumber.ToId(article.Article), Math.Round(article.Score, ScoreDigits), count.Readers(window, now, article.Article)))]);
    }

    private sealed record Made(DateTimeOffset? At, IReadOnlyList<string> Sections);
}
