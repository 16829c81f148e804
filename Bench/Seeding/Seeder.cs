using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using News.Domain;
using News.Domain.Articles;
using News.Functions;
using News.Functions.Storage.Desk;
using News.Functions.Storage.Site;

namespace News.Bench.Seeding;

/// <summary>Fills a data folder through the same code as the newsroom's API, in this process.</summary>
public sealed class Seeder(string folder, TimeProvider time)
{
    private const int Writers = 384;
    private const int Parts = 10;

    private readonly ArticleMaker _maker = new();
    private readonly DateTimeOffset _started = time.GetUtcNow();

    /// <summary>Writes and publishes that many articles.</summary>
    public async Task<SeedRate> Fill(int articles, CancellationToken ct)
    {
        await using var app = App();
        await Sections(app.GetRequiredService<SiteStore>(), ct);
        var desk = app.GetRequiredService<ArticleDesk>();
        await Publish(desk, 0, ct);
        var start = time.GetTimestamp();
        var last = 0.0;
        for (var part = 0; part < Parts; part++)
        {
            var partStart = time.GetTimestamp();
            var (from, to) = (Math.Max(1, articles * part / Parts), articles * (part + 1) / Parts);
            await Parallel.ForAsync(from, to, new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = ct }, async (number, token) => await Publish(desk, number, token));
            last = (to - from) / time.GetElapsedTime(partStart).TotalSeconds;
            Progress.Tell($"  {to:N0} articles, {last:N0} a second");
        }

        return new(articles, articles / time.GetElapsedTime(start).TotalSeconds, last);
    }

    private ServiceProvider App()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(Settings.DataFolder, (string?)folder)]);
        Settings.AddDefaults(settings);
        return new ServiceCollection().AddLogging().AddNews(settings.Build()).BuildServiceProvider();
    }

    private static async Task Sections(SiteStore site, CancellationToken ct)
    {
        var order = 0;
        foreach (var section in ArticleMaker.Sections)
            await site.PutSection(new(section.Slug, section.Name, ++order, 0), new Precondition.Create(), ct);
    }

    private Task<ArticleHead> Publish(ArticleDesk desk, int number, CancellationToken ct) =>
        desk.SavePublished(_maker.SlugOf(number), _maker.Article(number), null, _started.AddMinutes(-number), ct);
}
