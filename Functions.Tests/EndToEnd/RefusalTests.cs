using System.Net;
using System.Text.Json.Nodes;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd;

/// <summary>What the site refuses, and how clearly it says so; nothing refused is stored.</summary>
public abstract class RefusalTests(RunningSite site) : IAsyncLifetime
{
    private readonly string _slug = New.Slug();

    public async ValueTask InitializeAsync()
    {
        await site.Ready();
        await site.Section("moi-truong");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Create_twice_is_412()
    {
        await site.Create(_slug, Sample.Draft());
        await Problems.Refused(await Put(Sample.Draft(), create: true), 412, "stale");
    }

    [Fact]
    public async Task Write_without_a_condition_is_428()
    {
        await Problems.Refused(await Put(Sample.Draft()), 428, "precondition-required");
        await site.Create(_slug, Sample.Draft());
        await Problems.Refused(await Put(Sample.Draft()), 428, "precondition-required");
        await Problems.Refused(await Publish(null), 428, "precondition-required");
    }

    [Theory]
    [InlineData("\"2\"", 412)]
    [InlineData("W/\"1\"", 412)]
    [InlineData("1", 412)]
    [InlineData("*", 412)]
    [InlineData("\"1\", \"2\"", 400)]
    public async Task Write_with_another_tag_is_refused(string ifMatch, int status)
    {
        await site.Create(_slug, Sample.Draft());
        await Problems.Refused(await Put(Sample.Draft("Khác"), ifMatch), status);
        await Problems.Refused(await Publish(ifMatch), status);
        Assert.Equal("Nước sạch về bản", (await Draft()).Text("title"));
    }

    [Theory]
    [InlineData("1", "in its quotes")]
    [InlineData("W/\"1\"", "without W/")]
    [InlineData("*", "not *")]
    [InlineData("\"9\"", "was changed since")]
    public async Task Tag_that_does_not_match_is_told_from_one_that_is_none(string ifMatch, string word)
    {
        await site.Create(_slug, Sample.Draft());
        var detail = (await Problems.Refused(await Put(Sample.Draft("Khác"), ifMatch), 412)).Text("detail");
        Assert.Contains(word, detail, StringComparison.Ordinal);
        Assert.Contains("\"1\" now", detail, StringComparison.Ordinal);
        Assert.Equal(word == "was changed since", detail.Contains("changed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ids_with_anything_besides_are_400_that_names_it()
    {
        var ids = Guid.NewGuid().ToString("N");
        using var answer = await site.Client.GetAsync($"/api/articles?ids={ids}&section=moi-truong&from=2026-01-01&limit=5");
        var problem = await Problems.Refused(answer, 400, "invalid");
        Assert.Equal(["section", "from", "limit"], problem["errors"]!.AsObject().Select(pair => pair.Key));
        Assert.Equal(ids, (await site.Read($"/api/articles?ids={ids}"))["missing"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Change_of_what_is_not_there_is_412_and_publish_404()
    {
        await Problems.Refused(await Put(Sample.Draft(), "\"1\""), 412, "stale");
        await Problems.Refused(await Publish("\"1\""), 404, "not-found");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    [InlineData("")]
    public async Task Newsroom_without_the_key_is_401_and_empty(string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/newsroom/articles/{_slug}") { Content = new StringContent("{}") };
        if (key is not null)
            request.Headers.Add("x-functions-key", key);
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.Empty(answer.Headers.WwwAuthenticate);
    }

    [Fact]
    public async Task Key_may_stand_in_the_address_and_the_header_decides()
    {
        await site.Create(_slug, Sample.Draft());
        var path = $"/api/newsroom/articles/{_slug}?code={Uri.EscapeDataString(site.Key)}";
        Assert.Equal(200, await site.Status(path));
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("x-functions-key", "wrong");
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Cursor_of_another_list_is_400()
    {
        var section = New.Slug();
        await site.Section(section);
        await site.Publish(New.Slug(), Sample.Draft(section: section));
        await site.Publish(New.Slug(), Sample.Draft(section: section));
        var cursor = (await site.Read($"/api/articles?section={section}&limit=1")).Text("nextCursor");
        using var answer = await site.Client.GetAsync($"/api/articles?cursor={cursor}");
        var problem = await Problems.Refused(answer, 400);
        Assert.Contains("another list", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_of_100_kB_are_431()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/articles");
        request.Headers.Add("X-Large", new string('a', 100_000));
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("Chu-Hoa")]
    [InlineData("newsroom")]
    [InlineData("ab")]
    [InlineData("a%2fb")]
    [InlineData("..%2f..%2fetc")]
    [InlineData("bai\u202eviet")]
    [InlineData("bài-viết")]
    public async Task Slug_that_is_none_is_400(string slug)
    {
        using var answer = await site.Newsroom(HttpMethod.Put, $"/api/newsroom/articles/{slug}", Sample.Draft(), create: true);
        var problem = await Problems.Refused(answer, 400);
        Assert.True(problem["errors"]!.AsObject().ContainsKey("slug"), problem.ToJsonString());
    }

    [Fact]
    public async Task Unknown_section_is_400()
    {
        var problem = await Problems.Refused(await Put(Sample.Draft(section: "khong-co"), create: true), 400);
        Assert.Contains("PUT /api/newsroom/sections/khong-co", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/articles?limit=0", "limit")]
    [InlineData("/api/articles?limit=101", "limit")]
    [InlineData("/api/articles?limit=+5", "limit")]
    [InlineData("/api/articles?limit=1&limit=2", "limit")]
    [InlineData("/api/articles?cursor=abc", "cursor")]
    [InlineData("/api/articles?section=a&tag=b", "tag")]
    [InlineData("/api/articles?section=A", "section")]
    [InlineData("/api/articles?format=blog", "format")]
    [InlineData("/api/articles?from=yesterday", "from")]
    [InlineData("/api/articles?from=0001-01-01", "from")]
    [InlineData("/api/articles?to=2026-13-01", "to")]
    [InlineData("/api/articles?from=2026-02-01&to=2026-01-01", "from")]
    [InlineData("/api/articles?ids=1,2", "ids")]
    public async Task Bad_query_is_400(string path, string field)
    {
        using var answer = await site.Client.GetAsync(path);
        var problem = await Problems.Refused(answer, 400);
        Assert.True(problem["errors"]!.AsObject().ContainsKey(field), problem.ToJsonString());
    }

    [Fact]
    public async Task Unknown_is_404_with_a_problem_for_short_caching()
    {
        using var answer = await site.Client.GetAsync($"/api/articles/{_slug}");
        Assert.Equal("public, max-age=5", answer.Headers.CacheControl!.ToString());
        await Problems.Refused(answer, 404, "not-found");
        await Problems.Refused(await site.Client.GetAsync("/khong/co/gi"), 404, "not-found");
    }

    [Theory]
    [InlineData("POST", "/api/articles")]
    [InlineData("DELETE", "/api/sections")]
    [InlineData("PUT", "/khong-co")]
    public async Task Method_that_nobody_lists_is_404_and_empty(string method, string path)
    {
        using var answer = await site.Client.SendAsync(new(new HttpMethod(method), path));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Reading_is_open_to_other_origins_and_the_newsroom_is_not()
    {
        using var reading = await site.Client.GetAsync("/api/articles");
        Assert.Equal("*", reading.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var writing = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/articles/{_slug}");
        Assert.False(writing.Headers.Contains("Access-Control-Allow-Origin"));
        using var open = await site.Client.SendAsync(new(HttpMethod.Options, "/api/articles"));
        Assert.Equal("*", open.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var closed = await site.Client.SendAsync(new(HttpMethod.Options, $"/api/newsroom/articles/{_slug}"));
        Assert.False(closed.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private Task<HttpResponseMessage> Put(object body, string? ifMatch = null, bool create = false) =>
        site.Newsroom(HttpMethod.Put, $"/api/newsroom/articles/{_slug}", body, ifMatch, create);

    private Task<HttpResponseMessage> Publish(string? ifMatch) =>
        site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{_slug}/publish", new { }, ifMatch);

    private async Task<JsonNode> Draft()
    {
        using var answer = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/articles/{_slug}");
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    public sealed class OnLocalHost(LocalSiteProcess site) : RefusalTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : RefusalTests(site);

    public sealed class OnWorkerWithCosmos(CosmosWorkerSite site) : RefusalTests(site);

    public sealed class UnderFaults(FaultySite site) : RefusalTests(site);
}
