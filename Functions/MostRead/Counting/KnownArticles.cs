using News.Domain.Lists;
using News.Domain.MostRead;
using News.Functions.Storage.Articles;

namespace News.Functions.MostRead.Counting;

/// <summary>
/// What lists need of the articles that were read, kept in memory: a run looks up some that are new or that it has not looked at for
/// long, those with the highest score first. Not safe for several threads.
/// </summary>
public sealed class KnownArticles(ArticleReader articles)
{
    private const int LookedUpAtOnce = 10;

    /// <summary>Articles looked up in a run, so that the run after a restart stays small too.</summary>
    private const int LookedUpEach = 250;

    private static readonly TimeSpan _fresh = TimeSpan.FromHours(1);

    private readonly Dictionary<UInt128, Known> _known = [];

    /// <summary>Takes the section of an article from an earlier list; where nothing is known of it that is better than nothing.</summary>
    public void Note(UInt128 article, string section) =>
        _known.TryAdd(article, new(section, default, IsVisible: true, CheckedAt: default));

    /// <summary>Looks up what is not known, or not fresh.</summary>
    /// <param name="byScore">The articles, highest score first.</param>
    public async Task Refresh(IEnumerable<UInt128> byScore, DateTimeOffset now, CancellationToken ct)
    {
        var stale = byScore.Where(article => !_known.TryGetValue(article, out var known) || now - known.CheckedAt > _fresh).Take(LookedUpEach);
        foreach (var chunk in stale.Chunk(LookedUpEach / LookedUpAtOnce).ToList().Chunk(LookedUpAtOnce))
            await Task.WhenAll(chunk.Select(some => LookUp(some, now, ct)));
    }

    /// <summary>Those that readers may see, as entries of a ranking.</summary>
    public IEnumerable<RankedArticle> Visible(IReadOnlyDictionary<UInt128, double> scores)
    {
        foreach (var (article, score) in scores)
        {
            if (_known.TryGetValue(article, out var known) && known.IsVisible)
                yield return new(article, score, known.Section, known.PublishedAt);
        }
    }

    /// <summary>Forgets the articles that nobody reads any more.</summary>
    public void Keep(IReadOnlyDictionary<UInt128, double> read)
    {
        foreach (var article in _known.Keys.Where(article => !read.ContainsKey(article)).ToList())
            _known.Remove(article);
    }

    private async Task LookUp(UInt128[] some, DateTimeOffset now, CancellationToken ct)
    {
        var cards = await articles.Cards(some.Select(ArticleNumber.ToId), ct);
        lock (_known)
        {
            foreach (var article in some)
                _known[article] = Known.Of(cards.GetValueOrDefault(ArticleNumber.ToId(article)), now);
        }
    }

    private sealed record Known(string Section, DateTimeOffset PublishedAt, bool IsVisible, DateTimeOffset CheckedAt)
    {
        public static Known Of(CardEntry? card, DateTimeOffset now) =>
            new(card?.Section ?? "", card?.PublishedAt ?? default, card is not null, now);
    }
}
