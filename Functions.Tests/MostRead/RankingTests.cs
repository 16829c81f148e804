using News.Domain.MostRead;
using Xunit;

namespace News.Functions.Tests.MostRead;

public class RankingTests
{
    private static readonly DateTimeOffset _moment = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Highest_score_first_and_of_equal_ones_the_newest()
    {
        RankedArticle[] articles = [Article(1, 5, 1), Article(2, 7, 1), Article(3, 5, 3), Article(4, 5, 2), Article(5, 5, 2)];
        Assert.Equal([2, 3, 5, 4, 1], Ranking.Top(articles).Select(article => (int)article.Article));
    }

    [Fact]
    public void List_holds_sixty() =>
        Assert.Equal(MostReadLimits.Listed, Ranking.Top(Enumerable.Range(0, 100).Select(i => Article(i, i, 0))).Count);

    private static RankedArticle Article(int number, double score, int day) => new((UInt128)number, score, "muc", _moment.AddDays(day));
}
