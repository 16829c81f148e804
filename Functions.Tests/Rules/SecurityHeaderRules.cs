using System.Text.RegularExpressions;
using News.Functions.Tests.EndToEnd.Sites;
using Xunit;

namespace News.Functions.Tests.Rules;

/// <summary>What every answer tells browsers to refuse; asked of every function on both hosts.</summary>
public abstract partial class SecurityHeaderRules(RunningSite site)
{
    [Fact]
    public async Task Every_function_says_what_browsers_must_refuse()
    {
        await site.Ready();
        foreach (var (name, method, route) in MetadataFile.Http)
        {
            using var request = new HttpRequestMessage(new(method), "/" + Parameter().Replace(route, "khong-co"));
            request.Headers.Add("x-functions-key", site.Key);
            using var answer = await site.Client.SendAsync(request);
            Assert.True(answer.Headers.TryGetValues("X-Content-Type-Options", out var sniff), $"{name} ({method})");
            Assert.Equal("nosniff", Assert.Single(sniff));
            if (!route.StartsWith("api/newsroom/", StringComparison.Ordinal))
                continue;
            Assert.Equal("default-src 'none'; frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"), name);
        }
    }

    [Fact]
    public async Task Nothing_says_what_the_site_is_made_with()
    {
        await site.Ready();
        using var answer = await site.Client.GetAsync("/health/live", TestContext.Current.CancellationToken);
        Assert.False(answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By"));
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    public sealed class OnLocalHost(LocalSiteProcess site) : SecurityHeaderRules(site);

    public sealed class OnWorker(WorkerSiteProcess site) : SecurityHeaderRules(site);
}
