using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Reading;

/// <summary>The headlines around the page of the first site, each an article of its own, each found in exactly its lists.</summary>
public abstract class SurroundingsTests(RunningSite site)
{
    [Fact]
    public async Task Each_headline_is_found_in_exactly_its_lists()
    {
        Assert.SkipWhen(Samples.Folder is null, Samples.Missing);
        await site.Ready();
        var headlines = PageSurroundings.Load(Samples.Folder!, New.Slug());
        foreach (var section in headlines.Select(headline => headline.Section).Distinct())
            await site.Section(section);
        await Parallel.ForEachAsync(headlines, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (headline, _) =>
            await site.Publish(headline.Slug, Sample.Draft(headline.Title, headline.Section) with { Format = headline.Format, Tags = [headline.Tag], Topic = headline.Section }));

        foreach (var group in headlines.GroupBy(headline => headline.Section))
        {
            await Expect($"section={group.Key}", group);
            await Expect($"topic={group.Key}", group);
        }

        foreach (var group in headlines.GroupBy(headline => headline.Tag))
            await Expect($"tag={group.Key}", group);
        var ours = headlines.Select(headline => headline.Slug).ToHashSet();
        foreach (var group in headlines.GroupBy(headline => headline.Format))
        {
            var read = await site.ReadAll($"/api/articles?format={group.Key}&limit=100");
            Assert.Equal(group.Select(headline => headline.Slug).Order(), read.Where(ours.Contains).Order());
        }

        Assert.All(headlines, headline => Assert.Contains(headline.Format, new[] { "news", "video", "e-magazine", "infographic" }));
    }

    private async Task Expect(string filter, IEnumerable<Headline> expected) =>
        Assert.Equal(expected.Select(headline => headline.Slug).Order(), (await site.ReadAll($"/api/articles?{filter}&limit=100")).Order());

    public sealed class OnLocalHost(LocalSiteProcess site) : SurroundingsTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : SurroundingsTests(site);

    public sealed class OnWorkerWithCosmos(CosmosWorkerSite site) : SurroundingsTests(site);

    public sealed class UnderFaults(FaultySite site) : SurroundingsTests(site);
}
