using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using News.Functions.Tests.EndToEnd.Media;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Media.Filming;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Browser;

/// <summary>A page that writes a video's members into a video element, or gives its playlist to hls.js, plays it.</summary>
public class VideoElementTests(LocalSiteProcess site, Chromium chromium)
{
    private const double Seconds = 10;
    private const string Player = "hls.min.js";
    private const string Native = "v.src = v.dataset.mp4";
    private const string ByHls = "const hls = new Hls(); hls.loadSource(v.dataset.hls); hls.attachMedia(v)";

    private static readonly string _player = Path.Combine(Repository.Root, "tools", "hls", "node_modules", "hls.js", "dist", Player);

    [Theory]
    [InlineData(Native)]
    [InlineData(ByHls)]
    public async Task Plays_seeks_and_shows_captions(string start)
    {
        Assert.SkipUnless(File.Exists(_player), "hls.js is not installed: npm ci has not run in tools/hls");
        var page = await Open(await Video(), start);
        await page.WaitForFunctionAsync("v.currentTime > 0.5");
        Assert.InRange(await page.EvaluateAsync<double>("v.duration"), Seconds - 0.1, Seconds + 0.1);
        Assert.Equal(320, await page.EvaluateAsync<int>("v.videoWidth"));
        await page.EvaluateAsync("v.pause(); v.currentTime = 8.5");
        await page.WaitForFunctionAsync("!v.seeking && v.readyState >= 2 && v.currentTime > 8.4 && v.currentTime < 8.6");
        await page.WaitForFunctionAsync("v.textTracks[0].activeCues?.[0]?.text === 'Xin chào'");
        Assert.Null(await page.EvaluateAsync<string?>("v.error && v.error.message"));
        await page.CloseAsync();
    }

    private async Task<JsonNode> Video()
    {
        await site.Ready();
        var asset = await site.AddFilm(await SmallFilm.Mp4(Seconds, "320x180"));
        await site.Finish(await site.Send(Encoding.UTF8.GetBytes("WEBVTT\n\n00:08.000 --> 00:09.500\nXin chào\n"), "x.vtt", "text/vtt", asset, "vi"));
        return await site.Read($"/api/media/{asset}");
    }

    /// <summary>A page of another origin with nothing but this video.</summary>
    private async Task<IPage> Open(JsonNode video, string start)
    {
        var page = await chromium.Page(1200);
        var address = new UriBuilder(site.Client.BaseAddress!) { Host = "client.localhost", Path = "/page/" }.Uri.AbsoluteUri;
        await page.RouteAsync(address + "**", route => route.FulfillAsync(route.Request.Url.EndsWith(Player, StringComparison.Ordinal)
            ? new() { ContentType = "text/javascript", Path = _player }
            : new() { ContentType = "text/html; charset=utf-8", Body = Body(video, start) }));
        await page.GotoAsync(address);
        return page;
    }

    private static string Body(JsonNode video, string start) =>
        $"<!doctype html><script src='{Player}'></script><video id='v' crossorigin muted autoplay poster='{video["poster"].Text("src")}' "
        + $"data-hls='{video.Text("hls")}' data-mp4='{video["mp4"]![0].Text("url")}'><track default kind='captions' srclang='vi' src='{video["captions"]![0].Text("url")}'></video>"
        + $"<script>const v = document.querySelector('video'); {start}</script>";
}
