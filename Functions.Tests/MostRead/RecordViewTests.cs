using System.Globalization;
using News.Domain;
using News.Functions.Http;
using Xunit;

namespace News.Functions.Tests.MostRead;

/// <summary>Who counts, and how often.</summary>
public class RecordViewTests
{
    private const int Tries = 10_000;
    private const int ReadersPerAddress = 64;

    [Fact]
    public async Task Reader_who_refreshes_ten_thousand_times_counts_once()
    {
        var site = new ViewSite();
        for (var i = 0; i < Tries; i++)
            Assert.IsType<AcceptedAnswer>(await site.Send("""{"visitor": "lan"}"""));
        Assert.Equal(1, site.Readers);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_address_with_ten_thousand_inventions_counts_sixty_four_times_at_most(bool asVisitors)
    {
        var site = new ViewSite();
        for (var i = 0; i < Tries; i++)
            await (asVisitors ? site.Send($$"""{"visitor": "{{i}}"}""") : site.Send(userAgent: $"Mozilla/5.0 Firefox/{i}"));
        Assert.Equal(ReadersPerAddress, site.Readers);
    }

    [Fact]
    public async Task Households_count_by_their_addresses_and_IPv6_by_its_network()
    {
        var site = new ViewSite();
        for (var i = 1; i <= 50; i++)
        {
            await site.Send(address: $"203.0.113.{i}");
            await site.Send(address: $"2001:db8:1:1::{i}");
            await site.Send(address: $"::ffff:203.0.113.{i}");
        }

        Assert.Equal(51, site.Readers);
    }

    [Fact]
    public async Task The_next_day_the_same_reader_is_another()
    {
        var site = new ViewSite();
        await site.Send("""{"visitor": "lan"}""");
        site.Pass(TimeSpan.FromDays(1));
        await site.Send("""{"visitor": "lan"}""");
        Assert.Equal(2, site.Readers);
    }

    [Fact]
    public async Task Salt_is_gone_after_two_days()
    {
        var site = new ViewSite();
        await site.Send();
        Assert.Contains(site.Store.Everything(), document => document.Partition == "salt");
        site.Pass(TimeSpan.FromDays(2));
        Assert.DoesNotContain(site.Store.Everything(), document => document.Partition == "salt");
    }

    [Fact]
    public async Task Forty_crawlers_are_thanked_and_not_counted()
    {
        var site = new ViewSite();
        foreach (var crawler in UserAgents.Crawlers)
            Assert.IsType<AcceptedAnswer>(await site.Send(userAgent: crawler));
        Assert.Equal(0, site.Readers);
        for (var i = 0; i < UserAgents.Browsers.Count; i++)
            await site.Send(userAgent: UserAgents.Browsers[i], address: $"203.0.113.{i}");
        Assert.Equal(UserAgents.Browsers.Count, site.Readers);
    }

    [Theory]
    [InlineData("Sec-Purpose", "prefetch")]
    [InlineData("Sec-Purpose", "prefetch;prerender")]
    [InlineData("Purpose", "prefetch")]
    public async Task Browser_that_only_makes_ready_does_not_count(string header, string value)
    {
        var site = new ViewSite();
        Assert.IsType<AcceptedAnswer>(await site.Send(headers: (header, value)));
        Assert.Equal(0, site.Readers);
    }

    [Theory]
    [InlineData("DNT", "1", true)]
    [InlineData("Sec-GPC", "1", true)]
    [InlineData("DNT", "0", false)]
    public async Task Who_asks_not_to_be_tracked_is_not_told_apart_by_an_id(string header, string value, bool asOne)
    {
        var site = new ViewSite();
        for (var visitor = 0; visitor < 40; visitor++)
            await site.Send($$"""{"visitor": "{{visitor}}"}""", headers: (header, value));
        Assert.Equal(asOne, site.Readers == 1);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 10)]
    public async Task Forged_forwarding_changes_nothing_but_the_proxies_we_trust_do(int trusted, int readers)
    {
        var site = new ViewSite((Settings.HttpTrustedProxies, trusted.ToString(CultureInfo.InvariantCulture)));
        for (var i = 0; i < 10; i++)
            await site.Send(headers: ("X-Forwarded-For", $"192.0.2.{i}, 198.51.100.{i}:4711, 203.0.113.9"));
        Assert.Equal(readers, site.Readers);
    }

    [Fact]
    public async Task Behind_Front_Door_the_address_is_the_one_that_it_writes()
    {
        var site = new ViewSite((Settings.HttpFrontDoorId, "5f8c1a52-3a6e-4f0b-9f5a-0c2d1e7b8a90"));
        for (var i = 0; i < 10; i++)
            await site.Send(headers: [("X-Forwarded-For", $"192.0.2.{i}"), ("X-Azure-SocketIP", $"198.51.100.{i % 2}")]);
        Assert.Equal(2, site.Readers);
    }

    [Fact]
    public async Task Behind_a_proxy_a_request_that_came_past_it_counts_by_its_connection()
    {
        var site = new ViewSite((Settings.HttpTrustedProxies, "2"));
        await site.Send(headers: ("X-Forwarded-For", "192.0.2.1"));
        await site.Send(headers: ("X-Forwarded-For", "nonsense, 192.0.2.2"));
        await site.Send();
        Assert.Equal(1, site.Readers);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "text/plain")]
    [InlineData("{}", "application/json")]
    [InlineData("""{"visitor": null}""", "application/json; charset=utf-8")]
    [InlineData("""{"visitor": "lan"}""", "text/plain;charset=UTF-8")]
    public async Task Body_may_be_empty_or_name_a_visitor(string? body, string? contentType)
    {
        var site = new ViewSite();
        Assert.IsType<AcceptedAnswer>(await site.Send(body, contentType: contentType));
        Assert.Equal(1, site.Readers);
    }

    [Theory]
    [InlineData("[]", "application/json", "body", FailureCode.Invalid)]
    [InlineData("""{"visitor": 7}""", "application/json", "visitor", FailureCode.Invalid)]
    [InlineData("{}", "application/x-www-form-urlencoded", "Content-Type", FailureCode.Invalid)]
    [InlineData("{}", "nonsense", "Content-Type", FailureCode.Invalid)]
    public async Task Any_other_body_is_refused_by_name(string body, string contentType, string field, FailureCode code)
    {
        var site = new ViewSite();
        var failure = await Assert.ThrowsAsync<Failure>(() => site.Send(body, contentType: contentType));
        Assert.Equal(code, failure.Code);
        Assert.Contains(field, failure.Errors!.Keys);
        Assert.Equal(0, site.Readers);
    }

    [Fact]
    public async Task Body_that_is_too_large_and_id_that_is_too_long_are_refused()
    {
        var site = new ViewSite();
        Assert.Equal(FailureCode.TooLarge, (await Assert.ThrowsAsync<Failure>(() => site.Send(new string(' ', 1_025)))).Code);
        var id = new string('x', 201);
        Assert.Contains("visitor", (await Assert.ThrowsAsync<Failure>(() => site.Send($$"""{"visitor": "{{id}}"}"""))).Errors!.Keys);
    }
}
