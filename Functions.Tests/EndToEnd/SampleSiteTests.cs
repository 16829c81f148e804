using System.Net;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd;

/// <summary>The magazine that the first start fills an empty store with.</summary>
public class SampleSiteTests
{
    private const string Complete = "Sample site complete";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task First_start_fills_the_store_and_a_killed_filling_goes_on()
    {
        await using var site = new LocalSiteProcess { Options = [] };
        await site.Start();
        await Until(async () => (await site.ReadAll("/api/articles?limit=100")).Count > 10);
        await site.Kill();
        await site.Start();
        await Until(async () => await site.Status("/health/ready") == 200);
        await Until(() => Task.FromResult(site.Output.Contains(Complete, StringComparison.Ordinal)));
        await CheckContent(site);
        await site.Kill();
        await site.Start();
        await Until(() => Task.FromResult(site.Output.Split(Complete).Length == 3));
        await CheckContent(site);
    }

    [Fact]
    public async Task Articles_get_their_pictures_and_a_killed_hanging_goes_on()
    {
        Assert.SkipUnless(TestAzurite.IsInstalled, TestAzurite.Missing);
        await using var site = new LocalSiteProcess { Options = [] };
        await site.Start();
        Assert.True(await Poll.Until(async () => await Pictured(site) > 0), site.Output);
        await site.Kill();
        await site.Start();
        var before = await Pictured(site);
        Assert.True(await Poll.Until(async () => await Pictured(site) > before + 1), site.Output);
        var shown = (await site.Read("/api/articles?limit=100"))["items"]!.AsArray().First(card => card!["cover"] is not null)!;
        Assert.NotEmpty(shown["cover"].Text("alt"));
        Assert.Equal(shown.Text("publishedAt"), (await site.Read($"/api/articles/{shown.Text("slug")}")).Text("updatedAt"));
        Assert.Equal((int)HttpStatusCode.OK, await site.Status(shown["cover"].Text("src")));
    }

    [Fact]
    public async Task Empty_leaves_it_out_and_is_ready_at_once()
    {
        await using var site = new LocalSiteProcess();
        await site.Start();
        Assert.True(await Poll.Until(async () => await site.Status("/health/ready") == 200), site.Output);
        Assert.Empty(await site.ReadAll("/api/articles?limit=100"));
    }

    [Fact]
    public async Task Store_with_something_else_is_left_alone()
    {
        await using var site = new LocalSiteProcess();
        await site.Start();
        await site.Section("moi-truong");
        await site.Kill();
        await using var again = new LocalSiteProcess { DataFolder = site.DataFolder, Options = [] };
        await again.Start();
        await Until(async () => await again.Status("/health/ready") == 200);
        Assert.Single((await again.Read("/api/sections"))["items"]!.AsArray());
    }

    /// <summary>How many articles have a cover.</summary>
    private static async Task<int> Pictured(LocalSiteProcess site) =>
        (await site.Read("/api/articles?limit=100"))["items"]!.AsArray().Count(card => card!["cover"] is not null);

    private static async Task CheckContent(LocalSiteProcess site)
    {
        var sections = (await site.Read("/api/sections"))["items"]!.AsArray();
        Assert.Equal(8, sections.Count);
        foreach (var section in sections)
            Assert.InRange((await site.ReadAll($"/api/articles?section={section.Text("slug")}&limit=100")).Count, 10, 100);
        foreach (var format in new[] { "news", "video", "e-magazine", "infographic", "gallery" })
            Assert.NotEmpty(await site.ReadAll($"/api/articles?format={format}&limit=1"));
        var all = await site.ReadAll("/api/articles?limit=100");
        Assert.Equal(all.Count, all.Distinct().Count());
        var oldest = (await site.Read($"/api/articles/{all[^1]}"))["publishedAt"]!.GetValue<DateTimeOffset>();
        Assert.InRange(TimeProvider.System.GetUtcNow() - oldest, TimeSpan.FromDays(50), TimeSpan.FromDays(61));
        Assert.All(await Task.WhenAll(all.Take(20).Select(slug => site.Status($"/api/articles/{slug}"))), status => Assert.Equal((int)HttpStatusCode.OK, status));
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var deadline = new CancellationTokenSource(_patience);
        while (!await holds())
            await Task.Delay(20, deadline.Token);
    }
}
