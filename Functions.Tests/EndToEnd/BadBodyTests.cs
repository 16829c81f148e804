using System.Net;
using System.Net.Http.Headers;
using System.Text;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd;

/// <summary>Bodies that are wrong in every way there is: each is told by its field, and nothing of it is stored.</summary>
public abstract class BadBodyTests(RunningSite site) : IAsyncLifetime
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
    [InlineData("{\"blocks\": [{\"type\": \"paragraph\", \"html\": \"<a href='javascript:alert(1)'>x</a>\"}]}", "blocks[0].html")]
    [InlineData("{\"blocks\": [{\"type\": \"quote\", \"html\": \"<a href='//evil.example'>x</a>\"}]}", "blocks[0].html")]
    [InlineData("{\"blocks\": [{\"type\": \"file\", \"url\": \"data:text/html,x\"}]}", "blocks[0].url")]
    [InlineData("{\"blocks\": [{\"type\": \"box\", \"blocks\": [{\"type\": \"box\", \"blocks\": []}]}]}", "blocks[0].blocks")]
    [InlineData("{\"blocks\": [{\"type\": \"related\", \"articles\": [\"khong-co-bai-nay\"]}], \"title\": \"a\", \"format\": \"news\", \"section\": \"moi-truong\"}", "blocks")]
    [InlineData("{\"title\": \"a\\ufffeb\"}", "title")]
    [InlineData("{\"blocks\": [{\"type\": \"paragraph\", \"html\": \"a&#x202e;b\"}]}", "blocks[0].html")]
    [InlineData("{\"blocks\": [{\"type\": \"paragraph\", \"html\": \"<script>x</script>\"}]}", "blocks[0].html")]
    [InlineData("{\"canonicalUrl\": \"https://example.org/\\u0000\"}", "canonicalUrl")]
    [InlineData("{\"canonicalUrl\": \"https://example.org/\\u202e\"}", "canonicalUrl")]
    [InlineData("{\"canonicalUrl\": \"https:\\\\\\\\example.org\"}", "canonicalUrl")]
    [InlineData("{\"title\": \"\\u200b\"}", "title")]
    [InlineData("{\"titel\": \"a\"}", "titel")]
    [InlineData("{\"title\": \"\\ud800\"}", "title")]
    [InlineData("{\"title\": \"a\\u0000b\"}", "title")]
    public async Task Bad_body_is_400_and_names_the_field(string body, string field)
    {
        var problem = await Problems.Refused(await Put(body, create: true), 400, "invalid");
        Assert.True(problem["errors"]!.AsObject().ContainsKey(field), problem.ToJsonString());
        Assert.Equal(HttpStatusCode.NotFound, (await site.Newsroom(HttpMethod.Get, $"/api/newsroom/articles/{_slug}")).StatusCode);
    }

    [Theory]
    [InlineData(33)]
    [InlineData(5000)]
    public async Task Json_nested_too_deep_is_400_that_says_so(int depth)
    {
        var others = depth - 1;
        var problem = await Problems.Refused(await Put($"{{\"blocks\": {new string('[', others)}{new string(']', others)}}}", create: true), 400);
        Assert.Contains("nested deeper than 32 levels", problem["errors"]!["body"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_nested_32_deep_is_told_by_what_else_is_wrong_with_it()
    {
        var problem = await Problems.Refused(await Put($"{{\"blocks\": {new string('[', 31)}{new string(']', 31)}}}", create: true), 400);
        Assert.Equal("blocks[0]", Assert.Single(problem["errors"]!.AsObject()).Key);
    }

    [Fact]
    public async Task Mark_before_utf8_is_no_fault()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Sample.Draft(), NewsJson.Wire.ArticleDraft)];
        Assert.Equal(HttpStatusCode.Created, (await Put(new ByteArrayContent(bytes), create: true)).StatusCode);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Compressed_body_is_400_that_says_so(string coding)
    {
        var content = new ByteArrayContent([0x1F, 0x8B, 8, 0, 0, 0, 0, 0]) { Headers = { ContentEncoding = { coding } } };
        var problem = await Problems.Refused(await Put(content, create: true), 400);
        Assert.Contains("not compressed", problem["errors"]!["Content-Encoding"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_500_blocks_are_400()
    {
        var blocks = Enumerable.Repeat(new Domain.Blocks.Block.Paragraph("đoạn"), 501).ToList();
        var problem = await Problems.Refused(await Put(Sample.Draft() with { Blocks = blocks }, create: true), 400);
        Assert.True(problem["errors"]!.AsObject().ContainsKey("blocks"), problem.ToJsonString());
    }

    [Theory]
    [InlineData("7B2274C328223A317D")]
    [InlineData("FFFE7B007D00")]
    [InlineData("1F8B0800000000000003")]
    public async Task Body_that_is_not_utf8_is_400_that_says_so(string hex)
    {
        var problem = await Problems.Refused(await Put(new ByteArrayContent(Convert.FromHexString(hex)), create: true), 400);
        Assert.Contains("not UTF-8", problem["errors"]!["body"]![0]!.GetValue<string>(), StringComparison.Ordinal);
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
        await Problems.Refused(await site.Client.SendAsync(request), 413, "too-large");
    }

    private Task<HttpResponseMessage> Put(object body, bool create) =>
        site.Newsroom(HttpMethod.Put, $"/api/newsroom/articles/{_slug}", body, create: create);

    public sealed class OnLocalHost(LocalSiteProcess site) : BadBodyTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : BadBodyTests(site);

    public sealed class OnWorkerWithCosmos(CosmosWorkerSite site) : BadBodyTests(site);

    public sealed class UnderFaults(FaultySite site) : BadBodyTests(site);
}
