using System.Text.RegularExpressions;
using News.Functions.Tests.Rules;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Infra;

/// <summary>What Front Door keeps, passes on and refuses.</summary>
public class DoorTests
{
    private const string Routes = "Microsoft.Cdn/profiles/afdEndpoints/routes";

    [Fact]
    public async Task What_is_not_for_everybody_is_never_kept()
    {
        var unkept = (await Plan.Of("small")).All(Routes).Single(route => route["properties"]!["cacheConfiguration"] is null)["properties"]!["patternsToMatch"]!.AsArray().Select(pattern => (string)pattern!).ToList();
        Assert.Superset(new HashSet<string> { "/api/newsroom/*", "/previews/*", "/api/previews/*", "/runtime/*" }, unkept.ToHashSet());
        Assert.All(
            MetadataFile.Http.Where(function => function.Route.StartsWith("api/newsroom/", StringComparison.Ordinal) || function.Route.StartsWith("api/previews/", StringComparison.Ordinal) || function.Route.StartsWith("health/", StringComparison.Ordinal)),
            function => Assert.Contains(unkept, pattern => pattern.EndsWith("/*", StringComparison.Ordinal) && $"/{function.Route}".StartsWith(pattern[..^1], StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Everything_else_is_kept_by_its_whole_query() => Assert.Equal(
        "UseQueryString",
        (await Plan.Of("small")).All(Routes).Single(route => (string)route["properties"]!["patternsToMatch"]![0]! == "/*")["properties"]!["cacheConfiguration"]!.Text("queryStringCachingBehavior"));

    [Fact]
    public async Task Files_come_from_storage()
    {
        var files = (await Plan.Of("small")).All(Routes).Single(route => (string)route["properties"]!["patternsToMatch"]![0]! == "/media/*");
        Assert.EndsWith("/originGroups/media", files["properties"]!["originGroup"]!.Text("id"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://bao.example.org/api/articles/nuoc-sach/views", true)]
    [InlineData("https://bao.example.org/api/articles/nuoc-sach/views?x=1", true)]
    [InlineData("https://bao.example.org/api/articles/nuoc-sach/", false)]
    public async Task Views_are_limited_an_address(string url, bool limited)
    {
        var rule = await Rule("viewsPerAddress");
        Assert.Equal(("RateLimitRule", 1, 120), (rule.Text("ruleType"), (int)rule["rateLimitDurationInMinutes"]!, (int)rule["rateLimitThreshold"]!));
        Assert.Equal(limited, Regex.IsMatch(url, (string)rule["matchConditions"]![1]!["matchValue"]![0]!));
    }

    [Theory]
    [InlineData("https://bao.example.org/admin/host/keys", true)]
    [InlineData("https://bao.example.org/admin", true)]
    [InlineData("https://bao.example.org:443/admin?x", true)]
    [InlineData("https://bao.example.org/api/articles/admin", false)]
    [InlineData("https://bao.example.org/administration.html", false)]
    public async Task Hosts_own_administration_is_out_of_reach(string url, bool refused)
    {
        var rule = await Rule("noAdmin");
        Assert.Equal("Block", rule.Text("action"));
        Assert.Equal(refused, Regex.IsMatch(url, (string)rule["matchConditions"]![0]!["matchValue"]![0]!));
    }

    [Fact]
    public async Task The_app_asks_for_the_doors_id_and_its_probes_bring_it()
    {
        var plan = await Plan.Of("small");
        var id = plan.AppSettings()["Http__FrontDoorId"];
        Assert.Contains("frontDoorId", id, StringComparison.Ordinal);
        Assert.All(plan.App()["probes"]!.AsArray(), probe => Assert.Equal(("X-Azure-FDID", id), (probe!["httpGet"]!["httpHeaders"]![0]!.Text("name"), (string?)probe!["httpGet"]!["httpHeaders"]![0]!["value"])));
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> Rule(string name) =>
        (await Plan.Of("small")).One("Microsoft.Network/FrontDoorWebApplicationFirewallPolicies")["properties"]!["customRules"]!["rules"]!.AsArray().Single(rule => rule!.Text("name") == name)!;
}
