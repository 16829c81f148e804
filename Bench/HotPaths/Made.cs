using News.Bench.Seeding;
using News.Domain.Articles;
using News.Domain.Drafts;
using News.Domain.Reading;
using News.Domain.Site;
using News.Functions.Newsroom;
using News.Functions.SampleSite;

namespace News.Bench.HotPaths;

/// <summary>The article that the benchmarks work on.</summary>
internal static class Made
{
    private static readonly ArticleMaker _maker = new();

    public static DraftCheck Check { get; } = new(new InlineHtml());

    public static ArticleDraft Draft { get; } = _maker.Article(0);

    public static PublishedArticle Article { get; } = new(
        "0199aa0000007000800000000000000a",
        _maker.SlugOf(0),
        new(1, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, []),
        Check.Accept(Draft));

    public static Presenter Presenter { get; } = new(
        new SiteDirectory([.. SampleContent.Sections().Select((section, order) => new Section(section.Slug, section.Name, order, 1))], []),
        new SiteAddress("https://news.example", "News", "vi"));
}
