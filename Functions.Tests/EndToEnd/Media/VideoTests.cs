using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using News.Domain.Blocks;
using News.Domain.Drafts;
using News.Domain.Media.Uploads;
using News.Functions.Storage.Blobs;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Media;
using News.Functions.Tests.Media.Filming;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Media;

/// <summary>A video from where an editor drops it to every place where readers meet it.</summary>
public abstract class VideoTests(RunningSite site) : IAsyncLifetime
{
    private const string WebVtt = "WEBVTT\n\n00:00.000 --> 00:00.800\nXin chào\n";

    private readonly string _slug = New.Slug();

    public async ValueTask InitializeAsync()
    {
        await site.Ready();
        await site.Section("moi-truong");
        await site.BlobConnection();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Uploaded_video_becomes_an_asset_with_every_file_it_names()
    {
        var (id, blob) = await site.Send(await SmallFilm.Mp4(), "clip.mp4", "video/mp4");
        await site.Dropped(blob);
        var status = await site.Settled(id);
        Assert.True(status.Text("state") == "ready", status.ToJsonString());
        Assert.Null(status["secondsLeft"]);
        var video = await site.Read($"/api/media/{status["asset"].Text("asset")}");
        Assert.Equal(video.ToJsonString(), status["asset"]!.ToJsonString());
        Assert.Equal((160, 90), (video["width"]!.GetValue<int>(), video["height"]!.GetValue<int>()));
        Assert.InRange(video["durationSeconds"]!.GetValue<double>(), 0.9, 1.1);
        Assert.Equal(90, video["mp4"]![0]!["height"]!.GetValue<int>());
        Assert.Empty(video["captions"]!.AsArray());
        await CheckFiles(video);
        Assert.False(await Exists(BlobContainers.Uploads, blob));
        Assert.True(await Exists(BlobContainers.Originals, video.Text("asset")));
    }

    [Fact]
    public async Task Article_its_card_and_the_blocks_of_pages_know_the_video()
    {
        var asset = await site.AddFilm(await SmallFilm.Mp4());
        await site.Publish(_slug, Draft(new Block.Video(new(asset, Caption: "Chú thích"))));
        var article = await site.Read($"/api/articles/{_slug}");
        var shown = article["blocks"]![0]!["video"]!;
        Assert.Equal("Chú thích", shown["poster"].Text("caption"));
        Assert.Equal((await site.Read($"/api/media/{asset}")).Text("hls"), shown.Text("hls"));
        Assert.InRange(Seconds((await site.Read($"/api/articles?ids={article.Text("id")}"))["items"]![0]!), 0.9, 1.1);
        Assert.True(await Poll.Until(() => StandsOnHomePage(asset)));
    }

    /// <summary>Whether a new article with the video does; false too where other tests have published so many meanwhile that it does no more.</summary>
    private async Task<bool> StandsOnHomePage(string asset)
    {
        var slug = New.Slug();
        await site.Publish(slug, Draft(new Block.Video(new(asset))));
        var home = await site.Read("/api/pages/home");
        return new[] { home["videos"]!, home["multimedia"]!["video"]! }.All(
            list => list.AsArray().SingleOrDefault(card => card.Text("slug") == slug) is { } card && Seconds(card) is > 0.9 and < 1.1);
    }

    [Fact]
    public async Task Captions_become_a_track_at_once_wherever_the_video_is_shown()
    {
        var asset = await site.AddFilm(await SmallFilm.Mp4());
        await site.Publish(_slug, Draft(new Block.Video(new(asset))));
        var srt = "1\r\n00:00:00,100 --> 00:00:00,900\r\nHello\r\n"u8.ToArray();
        Assert.Equal(asset, await site.Finish(await site.Send(srt, "whatever.txt", "application/x-subrip", asset, "en-GB")));
        Assert.Equal(asset, await site.Finish(await site.Send([.. System.Text.Encoding.UTF8.GetBytes(WebVtt)], "x.vtt", "text/vtt", asset, "vi")));
        var captions = (await site.Read($"/api/articles/{_slug}"))["blocks"]![0]!["video"]!["captions"]!.AsArray();
        Assert.Equal(["en-GB", "vi"], captions.Select(track => track.Text("lang")));
        Assert.Contains("Hello", await Content(captions[0].Text("url")), StringComparison.Ordinal);
        Assert.Contains("Xin chào", await Content(captions[1].Text("url")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Captions_dropped_beside_a_video_find_it_whichever_comes_first(bool captionsFirst)
    {
        var folder = $"phim/{Guid.NewGuid():N}";
        var film = await SmallFilm.Mp4();
        string[] names = [$"{folder}/Ngày hội.vi.vtt", $"{folder}/Ngày hội.mp4"];
        foreach (var name in captionsFirst ? names : names.Reverse())
        {
            await Drop(name, name == names[1] ? film : System.Text.Encoding.UTF8.GetBytes(WebVtt));
            Assert.True(await Poll.Until(async () => !await Exists(BlobContainers.Uploads, name)), name);
        }

        foreach (var name in names)
            Assert.Equal(Workshop.IdOf(film), (await site.Settled(UploadStatus.IdOf(name)))["asset"].Text("asset"));
        Assert.Equal("vi", (await site.Read($"/api/media/{Workshop.IdOf(film)}"))["captions"]![0].Text("lang"));
    }

    [Fact]
    public async Task What_cannot_be_a_video_is_refused_before_or_after_it_is_sent()
    {
        using var large = await Announce(new { fileName = "a.mp4", size = 5_000_000_000, contentType = "video/mp4" });
        Assert.NotNull((await Problems.Refused(large, 400, "invalid"))["errors"]!["size"]);
        using var captions = await Announce(new { fileName = "a.vtt", size = 10, contentType = "text/vtt", captionsOf = await site.Picture() });
        Assert.NotNull((await Problems.Refused(captions, 400, "invalid"))["errors"]!["captionsOf"]);
        var (id, blob) = await site.Send("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n"u8.ToArray(), "clip.mp4", "video/mp4");
        await site.Dropped(blob);
        Assert.Contains("Playlists", (await site.Settled(id)).Text("reason"), StringComparison.Ordinal);
        var etag = await site.Create(_slug, Draft(new Block.Video(new(await site.Picture()))));
        using var refused = await site.Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{_slug}/publish", new { }, etag);
        Assert.Contains(await site.Picture(), (await Problems.Refused(refused, 409, "conflict")).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Library_lists_a_video_describes_it_and_deletes_all_of_it()
    {
        var asset = await site.AddFilm(await SmallFilm.Mp4());
        using var described = await site.Newsroom(HttpMethod.Put, $"/api/newsroom/media/{asset}", new { alt = "Một dòng sông", credit = "Phim: An Khê" });
        Assert.Equal("Phim: An Khê", JsonNode.Parse(await described.Content.ReadAsStringAsync())!["poster"].Text("credit"));
        var listed = await site.Listed(asset);
        Assert.Equal(("clip.mp4", "Một dòng sông"), (listed.Text("fileName"), listed!["poster"].Text("alt")));
        using var deleted = await site.Newsroom(HttpMethod.Delete, $"/api/newsroom/media/{asset}");
        Assert.Equal(204, (int)deleted.StatusCode);
        Assert.Equal(404, await site.Status($"/api/media/{asset}"));
        foreach (var container in new[] { BlobContainers.Media, BlobContainers.Originals })
            Assert.False(await (await Container(container)).GetBlobsAsync(new() { Prefix = asset }).AnyAsync());
    }

    private static double Seconds(JsonNode card) => card["durationSeconds"]!.GetValue<double>();

    private Task<HttpResponseMessage> Announce(object upload) => site.Newsroom(HttpMethod.Post, "/api/newsroom/uploads", upload);

    private async Task Drop(string name, byte[] content)
    {
        await (await Container(BlobContainers.Uploads)).GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content));
        await site.Dropped(name);
    }

    private async Task<string> Content(string url) => (await (await Blob(url)).DownloadContentAsync()).Value.Content.ToString();

    private async Task<BlobClient> Blob(string url) => (await Container(BlobContainers.Media)).GetBlobClient(new Uri(url).AbsolutePath["/media/".Length..]);

    /// <summary>Each address leads to a file that may be kept for ever; so does each name in the playlists.</summary>
    private async Task CheckFiles(JsonNode video)
    {
        var master = await Content(video.Text("hls"));
        var folder = video.Text("hls")[..(video.Text("hls").LastIndexOf('/') + 1)];
        var playlists = master.Split('\n').Where(line => line.EndsWith(".m3u8", StringComparison.Ordinal)).Select(name => folder + name).ToList();
        Assert.NotEmpty(playlists);
        var segments = (await Content(playlists[0])).Split('\n').First(line => line.EndsWith(".m4s", StringComparison.Ordinal));
        var files = new Dictionary<string, string>
        {
            [video.Text("hls")] = "application/vnd.apple.mpegurl",
            [playlists[0]] = "application/vnd.apple.mpegurl",
            [folder + segments] = "video/mp4",
            [video["mp4"]![0].Text("url")] = "video/mp4",
            [video["storyboard"].Text("url")] = "image/jpeg",
            [video["storyboard"].Text("vtt")] = "text/vtt",
            [video["poster"].Text("src")] = "image/jpeg",
        };
        foreach (var (url, type) in files)
        {
            var properties = (await (await Blob(url)).GetPropertiesAsync()).Value;
            Assert.Equal((type, "public, max-age=31536000, immutable"), (properties.ContentType, properties.CacheControl));
        }
    }

    private async Task<BlobContainerClient> Container(string name) =>
        new(await site.BlobConnection(), name, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2024_11_04));

    private async Task<bool> Exists(string container, string blob) => await (await Container(container)).GetBlobClient(blob).ExistsAsync();

    private static ArticleDraft Draft(params Block[] blocks) => Sample.Draft() with { Format = "video", Blocks = blocks };

    public sealed class OnLocalHost(LocalSiteProcess site) : VideoTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : VideoTests(site);
}
