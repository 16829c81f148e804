using System.Text.Json.Nodes;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Sites;

/// <summary>Looks at a refusal as its client does.</summary>
public static class Problems
{
    /// <summary>The problem, once it is sure to be one with this status and to tell nothing internal.</summary>
    public static async Task<JsonNode> Refused(HttpResponseMessage answer, int status, string? type = null)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode} {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(answer.Headers.CacheControl);
        var problem = JsonNode.Parse(body)!;
        Assert.Equal(status, problem["status"]!.GetValue<int>());
        if (type is not null)
            Assert.Equal($"urn:news:problem:{type}", problem.Text("type"));
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        return problem;
    }
}
