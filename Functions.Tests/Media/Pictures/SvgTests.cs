using System.Net;
using System.Net.Sockets;
using System.Text;
using News.Functions.Tests.Media.Making;
using Xunit;

namespace News.Functions.Tests.Media.Pictures;

/// <summary>Drawings become pixels; what they would run, fetch or read does not happen.</summary>
public class SvgTests
{
    private const string Drawer = "/usr/bin/rsvg-convert";

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='30' height='4'>{0}</svg>")]
    [InlineData("<?xml version='1.0'?><!-- <html> --><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/svg11.dtd'><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 4'>{0}</svg>")]
    [InlineData("\uFEFF\n<s:svg xmlns:s='http://www.w3.org/2000/svg' xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 4'>{0}</s:svg>")]
    public async Task Drawing_is_as_wide_as_anybody_is_served(string svg)
    {
        var made = await Make(string.Format(null, svg, "<rect width='30' height='4' fill='#dc281e'/>"));
        Assert.Equal((1_920, 256), (made.Asset.Width, made.Asset.Height));
        Lab.AssertClose(Flat.Red, made.Color(Made.WebP));
    }

    [Fact]
    public async Task Scripts_and_references_to_files_and_hosts_come_to_nothing()
    {
        Assert.SkipUnless(File.Exists(Drawer), "rsvg-convert (Debian: librsvg2-bin) is not installed");
        using var studio = new Studio();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var host = $"http://{listener.LocalEndpoint}";
        using var secret = Flat.Of(64, 8, 0, 0, 0);
        secret.Pngsave(studio.Path("secret.png"));
        var made = await studio.Make(Encoding.UTF8.GetBytes($"""
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xi="http://www.w3.org/2001/XInclude" width="64" height="8" onload="alert(1)">
            <script>document.documentElement.innerHTML = ''</script><script href="{host}/x.js"/>
            <style>@import url('{host}/x.css');</style>
            <rect width="64" height="8" fill="#dc281e"/>
            <image width="64" height="8" xlink:href="secret.png"/><image width="64" height="8" href="../secret.png"/>
            <image width="64" height="8" href="file://{studio.Path("secret.png")}"/><image width="64" height="8" href="{host}/x.png"/>
            <foreignObject width="64" height="8"><body xmlns="http://www.w3.org/1999/xhtml" style="background:#000">x</body></foreignObject>
            <use href="{host}/x.svg#a"/><text><xi:include href="/etc/passwd" parse="text"/></text></svg>
            """));
        Lab.AssertClose(Flat.Red, made.Color(Made.WebP));
        Assert.False(listener.Pending(), "the drawing was fetched something from the network");
    }

    [Fact]
    public async Task Embedded_pictures_are_drawn()
    {
        Assert.SkipUnless(File.Exists(Drawer), "rsvg-convert (Debian: librsvg2-bin) is not installed");
        using var picture = Flat.Of(16, 2, Flat.Blue);
        var made = await Make($"<svg xmlns='http://www.w3.org/2000/svg' width='64' height='8'><image width='64' height='8' href='data:image/png;base64,{Convert.ToBase64String(picture.PngsaveBuffer())}'/></svg>");
        Lab.AssertClose(Flat.Blue, made.Color(Made.WebP));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><pattern id='p' width='99999' height='99999' patternUnits='userSpaceOnUse'><rect width='99999' height='99999'/></pattern><rect width='9' height='9' fill='url(#p)'/></svg>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'><!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'>]><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;</text></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9'")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>")]
    public async Task What_is_broken_or_boundless_is_refused(string svg)
    {
        using var studio = new Studio();
        Assert.NotEmpty(await studio.Refusal(Encoding.UTF8.GetBytes(svg)));
    }

    private static async Task<Made> Make(string svg)
    {
        var studio = new Studio();
        return await studio.Make(Encoding.UTF8.GetBytes(svg));
    }
}
