using News.Functions.Tests.EndToEnd.Sites;
using Xunit;

namespace News.Functions.Tests.Rules;

/// <summary>Every answer of every function says Cache-Control; asked of the running site.</summary>
public class CacheControlRules(LocalSiteProcess site)
{
    [Fact]
    public async Task Every_function_says_how_long_its_answer_may_be_kept()
    {
        await site.Ready();
        foreach (var (name, method, route) in MetadataFile.Http)
        {
            var path = "/" + System.Text.RegularExpressions.Regex.Replace(route, @"\{[^}]*\}", "khong-co");
            using var request = new HttpRequestMessage(new(method), path);
            request.Headers.Add("x-functions-key", site.Key);
            using var answer = await site.Client.SendAsync(request);
            var said = answer.Headers.CacheControl?.ToString();
            Assert.True(said is not null, $"{name} ({method} {path}) says nothing");
            if (route.StartsWith("api/newsroom", StringComparison.Ordinal) || route.StartsWith("health", StringComparison.Ordinal))
                Assert.Equal("no-store", said);
        }
    }
}
