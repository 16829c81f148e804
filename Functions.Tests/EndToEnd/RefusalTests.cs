using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
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
        await Refused(await Put(Sample.Draft(), create: true), 412, "stale");
    }

    [Fact]
    public async Task Write_without_a_condition_is_428()
    {
        await Refused(await Put(Sample.Draft()), 428, "precondition-required");
        await site.Create(_slug, Sample.Draft());
        await Refused(await Put(Sample.Draft()), 428, "precondition-required");
        await Refused(await Publish(null), 428, "precondition-required");
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
        await Refused(await Put(Sample.Draft("Khác"), ifMatch), status);
        await Refused(await Publish(ifMatch), status);
        Assert.Equal("Nước sạch về bản", (await Draft()).Text("title"));
    }

    [Fact]
    public async Task Change_of_what_is_not_there_is_412_and_publish_404()
    {
        await Refused(await Put(Sample.Draft(), "\"1\""), 412, "stale");
        await Refused(await Publish("\"1\""), 404, "not-found");
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

    [Theory]
    [InlineData("{", "body")]
    [InlineData("[]", "body")]
    [InlineData("null", "body")]
    [InlineData("\"text\"", "body")]
    [InlineData("{\"title\": 1}", "title")]
    [InlineData("{\"title\": \"a\", \"title\": \"b\"}", "title")]
    [InlineData("{\"blocks\": [{\"type\": \"paragraph\", \"html\": 5}]}", "blocks[0].html")]
    [InlineData("{\"blocks\": [{\"type\": \"box\", \"title\": \"t\", \"blocks\": [{\"type\": \"heading\", \"level\": \"x\"}]}]}", "blocks[0].blocks[0].level")]
    [InlineData("{\"blocks\": [{\"type\": \"poem\"}]}", "blocks[0]")]
    [InlineData("{\"blocks\": [{\"html\": \"x\"}]}", "blocks[0]")]
    [InlineData("{\"blocks\": [null]}", "blocks[0]")]
    [InlineData("{\"blocks\": {}}", "blocks")]
    [InlineData("{\"titel\": \"a\"}", "titel")]
    [InlineData("{\"title\": \"\\ud800\"}", "title")]
    [InlineData("{\"title\": \"a\\u0000b\"}", "title")]
    public async Task Bad_body_is_400_and_names_the_field(string body, string field)
    {
        var problem = await Refused(await Put(body, create: true), 400, "invalid");
        Assert.True(problem["errors"]!.AsObject().ContainsKey(field), problem.ToJsonString());
        Assert.Equal(HttpStatusCode.NotFound, (await site.Newsroom(HttpMethod.Get, $"/api/newsroom/articles/{_slug}")).StatusCode);
    }

    [Fact]
    public async Task Json_nested_5000_deep_is_400() =>
        await Refused(await Put($"{{\"blocks\": {new string('[', 5000)}{new string(']', 5000)}}}", create: true), 400);

    [Fact]
    public async Task Invalid_utf8_is_400()
    {
        byte[] bytes = [.. "{\"title\": \""u8, 0xC3, 0x28, .. "\"}"u8];
        await Refused(await Put(new ByteArrayContent(bytes), create: true), 400);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_of_10_MB_is_413(bool chunked)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(new string(' ', 10_000_000)));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/newsroom/articles/{_slug}") { Content = content };
        request.Headers.Add("x-functions-key", site.Key);
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        request.Headers.TransferEncodingChunked = chunked;
        await Refused(await site.Client.SendAsync(request), 413, "too-large");
    }

    [Theory]
    [InlineData("Chu-Hoa")]
    [InlineData("newsroom")]
    [InlineData("ab")]
    [InlineData("a%2fb")]
    [InlineData("bai\u202eviet")]
    [InlineData("bài-viết")]
    public async Task Slug_that_is_none_is_400(string slug)
    {
        using var answer = await site.Newsroom(HttpMethod.Put, $"/api/newsroom/articles/{slug}", Sample.Draft(), create: true);
        var problem = await Refused(answer, 400);
        Assert.True(problem["errors"]!.AsObject().ContainsKey("slug"), problem.ToJsonString());
    }

    [Fact]
    public async Task Unknown_section_is_400()
    {
        var problem = await Refused(await Put(Sample.Draft(section: "khong-co"), create: true), 400);
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
        var problem = await Refused(answer, 400);
        Assert.True(problem["errors"]!.AsObject().ContainsKey(field), problem.ToJsonString());
    }

    [Fact]
    public async Task Unknown_is_404_with_a_problem_for_short_caching()
    {
        using var answer = await site.Client.GetAsync($"/api/articles/{_slug}");
        Assert.Equal("public, max-age=5", answer.Headers.CacheControl!.ToString());
        await Refused(answer, 404, "not-found");
        await Refused(await site.Client.GetAsync("/khong/co/gi"), 404, "not-found");
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

    private static async Task<JsonNode> Refused(HttpResponseMessage answer, int status, string? type = null)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode} {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(answer.Headers.CacheControl);
        var problem = JsonNode.Parse(body)!;
        Assert.Equal(status, problem["status"]!.GetValue<int>());
        if (type is not null)
            Assert.Equal($"urn:news:problem:{type}", problem.Text("type"));
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        return problem;
    }

    public sealed class OnLocalHost(LocalSiteProcess site) : RefusalTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : RefusalTests(site);
}
