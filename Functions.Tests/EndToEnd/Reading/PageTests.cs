using System.Text.Json.Nodes;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Reading;

/// <summary>A whole page in one call.</summary>
public abstract class PageTests(RunningSite site) : IAsyncLifetime
{
    private readonly string _section = New.Slug();

    public async ValueTask InitializeAsync()
    {
        await site.Ready();
        await site.Section(_section, "Trang");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_article_comes_with_everything_around_it()
    {
        var topic = $"Chủ đề {New.Slug()}";
        var slugs = await PublishMany(11, topic);
        var page = await site.Read($"/api/pages/articles/{slugs[4]}");
        Assert.Equal((await site.Read($"/api/articles/{slugs[4]}")).ToJsonString(), page["article"]!.ToJsonString());
        var newest = slugs.AsEnumerable().Reverse().Where(slug => slug != slugs[4]).ToList();
        Assert.Equal(newest.Take(9), Slugs(page["otherNews"]));
        Assert.Equal(topic, page["topic"]!["topic"]!.Text("name"));
        Assert.Equal(newest.Take(6), Slugs(page["topic"]!["items"]));
        Assert.Equal(5, page["mostRead"]!.AsArray().Count);
        foreach (var list in (JsonNode?[])[page["mostRead"], page["videos"], page["multimedia"]!["eMagazine"], page["multimedia"]!["infographic"], page["multimedia"]!["video"]])
            Assert.Distinct(Slugs(list));
        Assert.Equal(
            (await site.Read($"/api/articles?section={_section}&limit=1"))["items"]![0]!.ToJsonString(), page["otherNews"]![0]!.ToJsonString());
    }

    [Fact]
    public async Task The_tabs_hold_the_newest_of_their_format()
    {
        var film = New.Slug();
        await site.Publish(film, Sample.Draft(section: _section) with { Format = "video" });
        Assert.Contains(film, await site.ReadAll("/api/articles?format=video&limit=100"));
        Assert.True(await Poll.Until(() => ShowsFilms($"/api/pages/articles/{film}")));
    }

    /// <summary>Whether the page has the newest films; false too where another test has published one in between.</summary>
    private async Task<bool> ShowsFilms(string path)
    {
        var newest = Slugs((await site.Read("/api/articles?format=video&limit=10"))["items"]).ToList();
        var page = await site.Read(path);
        Assert.Empty(Slugs(page["otherNews"]));
        Assert.Null(page["topic"]);
        return newest.Take(9).SequenceEqual(Slugs(page["videos"])) && newest.SequenceEqual(Slugs(page["multimedia"]!["video"]));
    }

    [Fact]
    public async Task An_edit_shows_on_every_page_at_once()
    {
        var slugs = await PublishMany(3, topic: null);
        await site.Read($"/api/pages/articles/{slugs[0]}");
        Assert.Contains(slugs[2], Slugs((await site.Read($"/api/pages/articles/{slugs[0]}"))["otherNews"]));
        using var withdrawn = await site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{slugs[2]}/withdraw", new { reason = "Sai" }, "*");
        Assert.Equal([slugs[1]], Slugs((await site.Read($"/api/pages/articles/{slugs[0]}"))["otherNews"]));
    }

    [Fact]
    public async Task A_page_answers_for_its_article_what_the_article_does()
    {
        var (slug, renamed) = (New.Slug(), New.Slug());
        var etag = await site.Publish(slug, Sample.Draft(section: _section));
        Assert.Equal(404, await site.Status($"/api/pages/articles/{New.Slug()}"));
        Assert.Equal(404, await site.Status("/api/pages/articles/KHONG_PHAI_SLUG"));
        await site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{slug}/rename", new { slug = renamed }, etag);
        using var moved = await site.Client.GetAsync($"/api/pages/articles/{slug}", TestContext.Current.CancellationToken);
        Assert.Equal((301, $"/api/pages/articles/{renamed}"), ((int)moved.StatusCode, moved.Headers.Location!.ToString()));
        await site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{renamed}/withdraw", new { reason = "Rút" }, "*");
        await Problems.Refused(await site.Client.GetAsync($"/api/pages/articles/{slug}", TestContext.Current.CancellationToken), 410);
        await Problems.Refused(await site.Client.GetAsync($"/api/pages/articles/{renamed}", TestContext.Current.CancellationToken), 410);
    }

    private async Task<List<string>> PublishMany(int count, string? topic)
    {
        List<string> slugs = [];
        for (var i = 0; i < count; i++)
        {
            slugs.Add(New.Slug());
            await site.Publish(slugs[i], Sample.Draft(section: _section) with { Topic = topic });
        }

        return slugs;
    }

    private static IEnumerable<string> Slugs(JsonNode? cards) => cards!.AsArray().Select(card => card.Text("slug"));

    public sealed class OnLocalHost(LocalSiteProcess site) : PageTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : PageTests(site);

    public sealed class UnderFaults(FaultySite site) : PageTests(site);
}
