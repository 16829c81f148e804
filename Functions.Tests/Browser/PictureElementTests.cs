using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using News.Functions.Tests.EndToEnd.Media;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Media;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Browser;

/// <summary>A page that writes a picture's members into a picture element, and nothing more, shows the right file.</summary>
public class PictureElementTests(LocalSiteProcess site, Chromium chromium)
{
    [Theory]
    [InlineData(300, "320.avif")]
    [InlineData(641, "960.avif")]
    [InlineData(1_100, "1280.avif")]
    public async Task Takes_the_smallest_file_that_fills_the_width(int width, string file)
    {
        var picture = await Picture();
        Assert.EndsWith($"/{file}", await Shown(width, Element(picture, picture["sources"]!.AsArray())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_the_next_format_where_the_first_is_unknown_and_the_plain_file_where_all_are()
    {
        var picture = await Picture();
        var sources = picture["sources"]!.AsArray();
        Assert.EndsWith("/640.webp", await Shown(600, Element(picture, sources.Skip(1))), StringComparison.Ordinal);
        Assert.EndsWith(picture.Text("src"), await Shown(600, Element(picture, [])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Crop_is_as_wide_to_its_height_as_it_says()
    {
        var crop = (await Picture())["crops"]!["16:9"]!;
        var page = await Open(600, Element(crop, crop["sources"]!.AsArray()));
        var ratio = await page.EvaluateAsync<double>("document.images[0].naturalWidth / document.images[0].naturalHeight");
        await page.CloseAsync();
        Assert.InRange(ratio, (16 / 9.0) - 0.01, (16 / 9.0) + 0.01);
    }

    private static string Element(JsonNode picture, IEnumerable<JsonNode?> sources)
    {
        var elements = sources.Select(source =>
            $"""<source type="{source.Text("type")}" srcset="{WebUtility.HtmlEncode(source.Text("srcset"))}" sizes="100vw">""");
        return $"""<picture>{string.Concat(elements)}<img src="{picture.Text("src")}" style="width: 100%"></picture>""";
    }

    private async Task<JsonNode> Picture()
    {
        await site.Ready();
        return await site.Read($"/api/media/{await site.Add(SmallPicture.Png(1_500, 900))}");
    }

    private async Task<string> Shown(int width, string element)
    {
        var page = await Open(width, element);
        var shown = await page.EvaluateAsync<string>("document.images[0].currentSrc");
        await page.CloseAsync();
        return shown;
    }

    /// <summary>A page of the site's own origin with nothing but this picture, once that is decoded.</summary>
    private async Task<IPage> Open(int width, string element)
    {
        var page = await chromium.Page(width);
        var address = new Uri(site.Client.BaseAddress!, "/page-of-a-client").AbsoluteUri;
        await page.RouteAsync(address, route => route.FulfillAsync(new() { ContentType = "text/html", Body = $"<!doctype html><body style='margin: 0'>{element}" }));
        await page.GotoAsync(address);
        await page.EvaluateAsync("document.images[0].decode()");
        return page;
    }
}
