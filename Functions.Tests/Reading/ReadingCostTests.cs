using News.Domain.Articles;
using News.Functions.Pages;
using News.Functions.Reading;
using Xunit;

namespace News.Functions.Tests.Reading;

/// <summary>How often a read asks the store.</summary>
public class ReadingCostTests
{
    [Fact]
    public async Task An_article_costs_at_most_two_calls_cold_and_none_warm()
    {
        await using var site = await Magazine();
        Assert.InRange(await site.Cost(() => Article(site, "bai-1")), 1, 2);
        Assert.Equal(0, await site.Cost(() => Article(site, "bai-1")));
        Assert.Equal(1, await site.Cost(() => Article(site, "bai-2")));
    }

    [Fact]
    public async Task A_page_costs_at_most_twenty_calls_cold_and_none_warm()
    {
        await using var site = await Magazine();
        Assert.InRange(await site.Cost(() => Page(site, "bai-1")), 1, 20);
        Assert.Equal(0, await site.Cost(() => Page(site, "bai-1")));
        Assert.Equal(0, await site.Cost(() => Article(site, "bai-1")));
        Assert.Equal(1, await site.Cost(() => Page(site, "bai-2")));
        Assert.Equal(1, await site.Cost(async () => Assert.Null(await site.Get<ArticlePages>().Find("khong-co", default))));
        Assert.InRange(await site.Cost(async () => await site.Get<HomePage>().Ready(default)), 1, 20);
        Assert.Equal(0, await site.Cost(async () => await site.Get<HomePage>().Ready(default)));
    }

    [Fact]
    public async Task An_edit_makes_only_that_be_read_again_which_shows_it()
    {
        await using var site = await Magazine();
        await Article(site, "bai-1");
        await Article(site, "xe-1");
        await Page(site, "xe-1");
        await site.Desk.Change("bai-1", head => head.Withdraw("Sai.", DateTimeOffset.UnixEpoch), "withdraw", new Domain.Precondition.Exists(), "Lan", default);
        Assert.Equal(0, await site.Cost(() => Article(site, "xe-1")));
        Assert.Equal(1, await site.Cost(() => Article(site, "bai-1")));
        // Of the page in the other section: the newest of all, and nothing else.
        Assert.InRange(await site.Cost(() => Page(site, "xe-1")), 1, 2);
    }

    [Fact]
    public async Task A_new_byline_makes_nothing_be_read_again_that_does_not_show_it()
    {
        await using var site = await Magazine();
        await Article(site, "bai-1");
        await site.Publish("bai-moi", byline: "Một Người Mới");
        Assert.Equal(0, await site.Cost(() => Article(site, "bai-1")));
    }

    private static async Task<TestSite> Magazine()
    {
        var site = new TestSite();
        await site.Section("moi-truong");
        await site.Section("xe-co");
        for (var i = 1; i <= 12; i++)
            await site.Publish($"bai-{i}", topic: i < 3 ? "Nước" : null);
        await site.Publish("xe-1", "xe-co");
        foreach (var format in (ArticleFormat[])[ArticleFormat.Video, ArticleFormat.EMagazine, ArticleFormat.Infographic])
            await site.Publish($"loai-{(int)format}", "xe-co", Domain.Text.KebabName.Of(format));
        return site;
    }

    private static async ValueTask Article(TestSite site, string slug) => await site.Get<ReadableArticles>().Find(slug, default);

    private static async ValueTask Page(TestSite site, string slug) => Assert.IsType<ReadableArticle.Live>(await site.Get<ArticlePages>().Find(slug, default));
}
