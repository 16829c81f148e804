using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using News.Functions.MostRead;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.MostRead;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.MostRead;

/// <summary>From a reader who opens an article to the list of the most read.</summary>
public abstract class ViewTests(RunningSite site) : IAsyncLifetime
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly string _section = New.Slug();

    public async ValueTask InitializeAsync()
    {
        await site.Ready();
        await site.Section(_section, "Đọc nhiều");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_is_opened_more_often_stands_higher_and_what_is_withdrawn_is_gone_at_once()
    {
        List<string> slugs = [await Publish(), await Publish(), await Publish()];
        for (var i = 0; i < slugs.Count; i++)
            await View(slugs[i], readers: 2 + (3 * i));
        slugs.Reverse();
        var list = await Until(items => items.Select(Slug).SequenceEqual(slugs) && items.Select(Readers).SequenceEqual([8, 5, 2]));
        Assert.Equal([1, 2, 3], list["items"]!.AsArray().Select(item => item!["rank"]!.GetValue<int>()));
        Assert.Equal("24h", list.Text("window"));
        Assert.NotNull(list["computedAt"]);
        Assert.Equal((await site.Read($"/api/articles?section={_section}"))["items"]!.AsArray().Single(card => card.Text("slug") == slugs[0])!.ToJsonString(),
            list["items"]![0]!["article"]!.ToJsonString());
        Assert.Equal(slugs.Take(2), (await MostRead("&limit=2"))["items"]!.AsArray().Select(Slug));

        using var withdrawn = await site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{slugs[0]}/withdraw", new { reason = "Sai" }, "*");
        Assert.Equal(slugs.Skip(1), (await MostRead())["items"]!.AsArray().Select(Slug));
        await View(slugs[2], readers: 20);
        await Until(items => items.Select(Slug).SequenceEqual([slugs[2], slugs[1]]));
        Assert.Equal([1, 2], (await MostRead())["items"]!.AsArray().Select(item => item!["rank"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Most_read_stands_on_pages_filled_up_with_the_newest()
    {
        var slug = await Publish();
        // More than any other test's article has.
        await View(slug, readers: 40);
        await Until(items => items.Select(Slug).SequenceEqual([slug]));
        foreach (var path in new[] { "/api/pages/home", $"/api/pages/articles/{slug}" })
        {
            var mostRead = (await site.Read(path))["mostRead"]!.AsArray().Select(card => card.Text("slug")).ToList();
            Assert.Equal(slug, mostRead[0]);
            Assert.Equal(mostRead.Count, mostRead.Distinct().Count());
        }
    }

    [Fact]
    public async Task Newsroom_sees_readers_by_hour_and_day()
    {
        var slug = await Publish();
        await View(slug, readers: 12);
        await View(slug, readers: 12);
        await Until(items => items.Select(Readers).SequenceEqual([12]));
        var readers = await UntilCharted(slug);
        Assert.Equal((48, 90), (readers["hours"]!.AsArray().Count, readers["days"]!.AsArray().Count));
        Assert.Equal(12, readers["hours"]!.AsArray().Sum(hour => hour!["readers"]!.GetValue<int>()));
        Assert.Equal(12, readers["days"]!.AsArray()[^1]!["readers"]!.GetValue<int>());
        Assert.Equal(401, await site.Status($"/api/newsroom/articles/{slug}/readers"));
        using var unknown = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/articles/{New.Slug()}/readers");
        await Problems.Refused(unknown, 404);
    }

    [Fact]
    public async Task Forged_addresses_and_programs_change_nothing()
    {
        var slug = await Publish();
        for (var i = 0; i < 40; i++)
        {
            Assert.Equal(202, await Send(slug, """{"visitor": "lan"}""", headers: ("X-Forwarded-For", $"192.0.2.{i}")));
            Assert.Equal(202, await Send(slug, userAgent: UserAgents.Crawlers[i]));
        }

        Assert.Equal(202, await Send(slug, headers: ("Sec-Purpose", "prefetch")));
        await Until(items => items.Select(Readers).SequenceEqual([1]));
    }

    [Fact]
    public async Task View_of_nothing_is_404_and_a_question_that_cannot_be_is_400()
    {
        Assert.Equal(404, await Send(New.Slug()));
        Assert.Equal(404, await Send("KHONG_PHAI"));
        var draft = New.Slug();
        await site.Create(draft, Sample.Draft(section: _section));
        Assert.Equal(404, await Send(draft));
        foreach (var query in new[] { "window=25h", "window=24h&window=7d", "limit=0", "limit=51", "limit=x", "section=KHONG_PHAI" })
            Assert.Equal(400, await site.Status($"/api/most-read?{query}"));
        var none = await site.Read($"/api/most-read?section={New.Slug()}");
        Assert.Empty(none["items"]!.AsArray());
    }

    [Fact]
    public async Task View_of_a_renamed_article_counts_for_it_and_of_a_withdrawn_one_is_410()
    {
        var (slug, renamed) = (New.Slug(), New.Slug());
        var etag = await site.Publish(slug, Sample.Draft(section: _section));
        using var rename = await site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{slug}/rename", new { slug = renamed }, etag);
        Assert.Equal(202, await Send(slug));
        await Until(items => items.Select(Slug).SequenceEqual([renamed]));
        var gone = await Publish();
        using var withdrawn = await site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{gone}/withdraw", new { reason = "Sai" }, "*");
        Assert.Equal(410, await Send(gone));
    }

    [Fact]
    public async Task Page_of_another_origin_may_send_views_as_a_beacon()
    {
        var slug = await Publish();
        using var request = Request(slug, """{"visitor": "lan"}""", "text/plain");
        request.Headers.Add("Origin", "https://example.org");
        using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((202, "*", "no-store"), ((int)answer.StatusCode, answer.Headers.GetValues("Access-Control-Allow-Origin").Single(), answer.Headers.CacheControl?.ToString()));
        using var head = new HttpRequestMessage(HttpMethod.Head, $"/api/articles/{slug}/views");
        using var nothing = await site.Client.SendAsync(head, TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)nothing.StatusCode);
    }

    private static string Slug(JsonNode? item) => item!["article"].Text("slug");

    private static int Readers(JsonNode? item) => item!["readers"]!.GetValue<int>();

    private async Task<string> Publish()
    {
        var slug = New.Slug();
        await site.Publish(slug, Sample.Draft(section: _section));
        return slug;
    }

    /// <summary>So many readers, each at an address of his own.</summary>
    private async Task View(string slug, int readers)
    {
        for (var reader = 1; reader <= readers; reader++)
        {
            using var home = new ReaderAtHome(site.Client.BaseAddress!, reader);
            using var request = Request(slug, "", "application/json");
            using var answer = await home.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(202, (int)answer.StatusCode);
        }
    }

    private async Task<int> Send(string slug, string body = "", string userAgent = UserAgents.Firefox, params (string Name, string Value)[] headers)
    {
        using var request = Request(slug, body, "application/json", userAgent);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    private static HttpRequestMessage Request(string slug, string body, string contentType, string userAgent = UserAgents.Firefox)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/articles/{slug}/views")
        {
            Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(contentType)),
        };
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        return request;
    }

    private async Task<JsonNode> MostRead(string more = "") => await site.Read($"/api/most-read?section={_section}{more}");

    private async Task<JsonNode> Until(Func<JsonArray, bool> holds)
    {
        using var deadline = new CancellationTokenSource(_patience);
        while (true)
        {
            await Count();
            var list = await MostRead();
            if (holds(list["items"]!.AsArray()))
                return list;
            Assert.False(deadline.IsCancellationRequested, list.ToJsonString());
            await Task.Delay(50);
        }
    }

    private async Task<JsonNode> UntilCharted(string slug)
    {
        using var deadline = new CancellationTokenSource(_patience);
        while (true)
        {
            using var answer = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/articles/{slug}/readers");
            var readers = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            if (readers["days"]!.AsArray().Any(day => day!["readers"]!.GetValue<int>() > 0))
                return readers;
            await Count();
            await Task.Delay(50, deadline.Token);
        }
    }

    /// <summary>On the worker the Functions host would run the timer.</summary>
    private async Task Count()
    {
        if (site is WorkerSiteProcess worker)
            Assert.True((await worker.Host.InvokeTimer(nameof(RecomputeMostRead))).Succeeded);
    }

    public sealed class OnLocalHost(LocalSiteProcess site) : ViewTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : ViewTests(site);
}
