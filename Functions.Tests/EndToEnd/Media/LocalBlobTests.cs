using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Azure.Storage.Blobs;
using News.Functions.Storage.Blobs;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Media;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Media;

/// <summary>Blob storage as a part of the one-machine site: served, supervised, and as hard to kill.</summary>
public class LocalBlobTests(LocalSiteProcess site)
{
    [Fact]
    public async Task Media_files_are_served_in_parts_and_for_ever()
    {
        await site.Ready();
        var picture = await site.Read($"/api/media/{await site.Picture()}");
        using var whole = await Get(picture.Text("src"));
        var content = await whole.Content.ReadAsByteArrayAsync();
        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (whole.StatusCode, whole.Content.Headers.ContentType?.MediaType));
        Assert.Equal("public, max-age=31536000, immutable", whole.Headers.CacheControl?.ToString());
        Assert.Equal("nosniff", Assert.Single(whole.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("*", Assert.Single(whole.Headers.GetValues("Access-Control-Allow-Origin")));
        using var part = await Get(picture.Text("src"), request => request.Headers.Range = new(100, 199));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(content[100..200], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal($"bytes 100-199/{content.Length}", part.Content.Headers.ContentRange?.ToString());
        using var beyond = await Get(picture.Text("src"), request => request.Headers.Range = new(content.Length, null));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        using var known = await Get(picture.Text("src"), request => request.Headers.IfNoneMatch.Add(whole.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", known.Headers.CacheControl?.ToString());
        using var head = await site.Client.SendAsync(new(HttpMethod.Head, picture.Text("src")));
        Assert.Equal((HttpStatusCode.OK, content.Length), (head.StatusCode, head.Content.Headers.ContentLength));
    }

    [Theory]
    [InlineData("/media/../originals/{asset}")]
    [InlineData("/media/%2e%2e/originals/{asset}")]
    [InlineData("/media/{asset}/1/../../../originals/{asset}")]
    [InlineData("/media/{asset}/1/%2e%2e/%2e%2e/%2e%2e/originals/{asset}")]
    [InlineData("/media/{asset}/1/..%2f..%2f..%2foriginals%2f{asset}")]
    [InlineData("/media/{asset}/1/..\\..\\..\\originals\\{asset}")]
    [InlineData("/media/{asset}/1/.hidden")]
    [InlineData("/media/{asset}/1/")]
    [InlineData("/media/{asset}")]
    [InlineData("/media?restype=container&comp=list")]
    [InlineData("/media/{asset}/1/nothing.jpg?restype=container&comp=list")]
    [InlineData("/media/originals/1/{asset}")]
    [InlineData("/originals/{asset}")]
    [InlineData("/uploads/{asset}")]
    public async Task Nothing_else_of_the_account_is_served(string path)
    {
        await site.Ready();
        var answer = await Raw($"GET {path.Replace("{asset}", await site.Picture(), StringComparison.Ordinal)} HTTP/1.1");
        Assert.Matches("^HTTP/1.1 40[04] ", answer);
        Assert.DoesNotContain("PNG", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("EnumerationResults", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_answered_before_everything_is_killed_is_there_afterwards_and_nothing_is_left_over()
    {
        var temporary = Directory.CreateTempSubdirectory("news-tmp-");
        await using var own = new LocalSiteProcess { Variables = new Dictionary<string, string> { ["TMPDIR"] = temporary.FullName } };
        await own.Start();
        var sent = new List<(string Id, byte[] Content)>();
        for (var round = 0; round < (Repository.Soak ? 12 : 2); round++)
        {
            for (var i = 0; i < 3; i++)
            {
                var content = SmallPicture.Png(700, 500);
                sent.Add(((await own.Send(content)).Id, content));
            }

            if (round % 2 == 0)
                await Poll.Until(async () => await State(own, sent[^1].Id) == "processing");
            var azurite = Azurite(own);
            await own.Kill();
            if (round % 2 == 1)
                azurite?.Kill();
            await own.Start();
        }

        foreach (var (id, content) in sent)
            Assert.Equal(Workshop.IdOf(content), (await own.Settled(id))["asset"].Text("asset"));
        var uploads = new BlobContainerClient(await own.BlobConnection(), BlobContainers.Uploads);
        Assert.True(await Poll.Until(async () => !await uploads.GetBlobsAsync().AnyAsync()));
        using var listed = await own.Newsroom(HttpMethod.Get, "/api/newsroom/media?limit=100");
        Assert.Equal(sent.Count, (await listed.Content.ReadAsStringAsync()).Split("\"usedBy\"").Length - 1);
        Assert.DoesNotContain(
            temporary.EnumerateFiles("*", SearchOption.AllDirectories),
            file => file.FullName.Contains("news-media", StringComparison.Ordinal) && file.Extension != ".lock");
        await own.Kill();
        temporary.Delete(recursive: true);
    }

    [Fact]
    public async Task Azurite_that_dies_is_started_again_and_one_whose_site_dies_ends_by_itself()
    {
        await using var own = new LocalSiteProcess();
        await own.Start();
        var before = await own.Add(SmallPicture.Png(400, 300));
        var first = Azurite(own)!;
        first.Kill();
        Assert.True(await Poll.Until(() => Task.FromResult(Azurite(own) is { } next && next.Id != first.Id)));
        await own.Add(SmallPicture.Png(330, 200));
        using var still = await own.Client.GetAsync((await own.Read($"/api/media/{before}")).Text("src"));
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        var second = Azurite(own)!;
        await own.Kill();
        Assert.True(await Poll.Until(() => Task.FromResult(second.HasExited)));
    }

    [Fact]
    public async Task Site_without_Azurite_serves_articles_and_says_what_is_missing()
    {
        await using var own = new LocalSiteProcess { Variables = new Dictionary<string, string> { ["PATH"] = WithoutNode() } };
        await own.Start();
        await own.Section("moi-truong");
        await own.Publish(New.Slug());
        Assert.Single(await own.ReadAll("/api/articles?limit=100"));
        Assert.True(await Poll.Until(() => Task.FromResult(own.Output.Contains("npm", StringComparison.Ordinal))), own.Output);
        using var ready = await own.Client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains("blob storage", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var file = await own.Client.GetAsync($"/media/{Sample.Asset}/1/320.jpg");
        await Problems.Refused(file, 503, "unavailable");
    }

    /// <summary>The site's Azurite, by the note it left; null where that one has ended.</summary>
    private static Process? Azurite(LocalSiteProcess site)
    {
        try
        {
            var note = File.ReadAllText(Path.Combine(site.DataFolder, "azurite.pid")).Split(' ');
            return Process.GetProcessById(int.Parse(note[0], CultureInfo.InvariantCulture));
        }
        catch (Exception fault) when (fault is IOException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A path that has dotnet and the shell's tools but no node.</summary>
    private static string WithoutNode() => string.Join(Path.PathSeparator, (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(folder => !File.Exists(Path.Combine(folder, "node"))));

    private static async Task<string> State(RunningSite site, string id)
    {
        using var answer = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/uploads/{id}");
        return System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync()).Text("state");
    }

    private async Task<HttpResponseMessage> Get(string url, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        change?.Invoke(request);
        return await site.Client.SendAsync(request);
    }

    /// <summary>The answer to a request line that no client would send.</summary>
    private async Task<string> Raw(string line)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(site.Client.BaseAddress!.Host, site.Client.BaseAddress.Port);
        await tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\nHost: {site.Client.BaseAddress.Authority}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(tcp.GetStream(), Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}
