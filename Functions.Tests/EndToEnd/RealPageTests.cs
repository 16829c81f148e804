using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd;

/// <summary>A page of the first site, written through the API and read back.</summary>
public abstract class RealPageTests(RunningSite site)
{
    [Fact]
    public async Task Page_of_the_first_site_is_read_back_as_written()
    {
        Assert.SkipWhen(Samples.Folder is null, Samples.Missing);
        await site.Ready();
        var page = ArticlePage.Load(Samples.Folder!);
        var (section, slug) = (New.Slug(), New.Slug());
        await site.Section(section, "Thời sự");
        await site.Publish(slug, page.ToDraft(section));
        var article = await site.Read($"/api/articles/{slug}");
        Assert.Equal(page.Title, article.Text("title"));
        Assert.Equal(page.Bylines, article["bylines"]!.AsArray().Select(author => author.Text("name")));
        var blocks = article["blocks"]!.AsArray();
        Assert.Equal(page.Paragraphs, blocks.Where(block => block.Text("type") == "paragraph").Select(block => block.Text("html")));
        Assert.Equal(page.Captions, blocks.Where(block => block.Text("type") == "image").Select(block => block!["picture"].Text("caption")));
        Assert.Equal(3, page.Captions.Count);
        Assert.Equal(Sample.Asset, blocks.First(block => block.Text("type") == "image")!["picture"].Text("asset"));
        Assert.InRange(article["readingMinutes"]!.GetValue<int>(), 3, 8);
    }

    public sealed class OnLocalHost(LocalSiteProcess site) : RealPageTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : RealPageTests(site);

    public sealed class OnWorkerWithCosmos(CosmosWorkerSite site) : RealPageTests(site);

    public sealed class UnderFaults(FaultySite site) : RealPageTests(site);
}
