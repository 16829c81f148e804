using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.LocalHost.Triggers;
using Xunit;

namespace News.Functions.Tests.LocalHost;

/// <summary>Routes answer as the real Functions host was seen to.</summary>
public sealed class RoutingTests
{
    [Theory]
    [InlineData("GET", "/toys/bear", "GET bear")]
    [InlineData("GET", "/TOYS/Bear", "GET Bear")]
    [InlineData("GET", "/toys/bear/", "GET bear")]
    [InlineData("GET", "/toys/a%2fb", "GET a%2fb")]
    [InlineData("GET", "/toys/g%E1%BA%A5u", "GET gấu")]
    [InlineData("PATCH", "/any", "PATCH")]
    [InlineData("GET", "/", "fallback ")]
    [InlineData("GET", "/old/story.html", "fallback old/story.html")]
    public async Task A_listed_method_is_answered(string method, string path, string body)
    {
        await using var site = await ToySite.Start();
        using var answer = await site.Send(method, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("POST", "/toys/bear")]
    [InlineData("OPTIONS", "/toys/bear")]
    [InlineData("POST", "/")]
    [InlineData("POST", "/nowhere")]
    public async Task A_method_that_nobody_lists_is_an_empty_404(string method, string path)
    {
        await using var site = await ToySite.Start();
        using var answer = await site.Send(method, path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(0, answer.Content.Headers.ContentLength);
        Assert.Empty(answer.Content.Headers.Allow);
        Assert.Empty(answer.Headers.Server);
    }

    [Fact]
    public async Task Head_goes_on_to_the_fallback_where_the_route_does_not_list_it()
    {
        await using var site = await ToySite.Start();
        using var answer = await site.Send("HEAD", "/toys/bear");
        Assert.Equal("fallback toys/bear".Length, answer.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task The_first_name_in_the_alphabet_wins_over_the_more_precise_route()
    {
        await using var site = await ToySite.Start([typeof(Precise), typeof(Broad)]);
        Assert.Equal("\"broad\"", await site.Client.GetStringAsync("/maps/news.xml"));
    }

    [Fact]
    public void The_table_has_every_kind_in_alphabetical_order()
    {
        var table = FunctionTable.Of([typeof(RouteToys.Fallback), typeof(TimerToys.Tick), typeof(RouteToys.Greet), typeof(TimerToys.Blob)]);
        Assert.Equal(["Blob", "Greet", "Tick", "z-fallback"], table.All.Select(entry => entry.Name));
        Assert.Equal("toys/{name}", table.Http.First().Route);
        Assert.Equal("%Toys:Schedule%", table.Timers.Single().Schedule);
    }

    private sealed class Precise
    {
        [Function("b")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "maps/news.xml")] HttpRequest request) =>
            Results.Json("precise");
    }

    private sealed class Broad
    {
        [Function("A")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "maps/{month}.xml")] HttpRequest request) =>
            Results.Json("broad");
    }
}
