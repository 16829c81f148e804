using System.Net;
using System.Net.Http.Headers;
using News.Bench.Servers;

namespace News.Bench.Load;

/// <summary>Looks whether servers that are compared do the same work.</summary>
public static class Check
{
    // A date may have fewer digits behind the second.
    private const int BytesOfDates = 100;

    /// <summary>The answer has our body.</summary>
    /// <param name="alike">Or one that is as long: of the same article with other ids and dates.</param>
    /// <returns>This server's ETag of it.</returns>
    /// <exception cref="BenchException">It has not.</exception>
    public static async Task<string> Body(HttpClient client, Server server, Answer answer, byte[] ours, bool alike, CancellationToken ct)
    {
        using var response = await client.GetAsync(server.TargetOf(answer), ct);
        var body = await response.Content.ReadAsByteArrayAsync(ct);
        var isSame = alike ? Math.Abs(body.Length - ours.Length) < BytesOfDates : body.AsSpan().SequenceEqual(ours);
        return response.StatusCode == HttpStatusCode.OK && isSame && response.Headers.ETag is { } etag
            ? etag.ToString()
            : throw new BenchException($"{server.Name} answers {server.TargetOf(answer)} with {(int)response.StatusCode} and {body.Length} other bytes.");
    }

    /// <summary>It says 304 to whoever has the body.</summary>
    /// <exception cref="BenchException">It does not.</exception>
    public static async Task NotModified(HttpClient client, Server server, Answer answer, string etag, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, server.TargetOf(answer));
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(etag));
        using var response = await client.SendAsync(request, ct);
        if (response.StatusCode != HttpStatusCode.NotModified)
            throw new BenchException($"{server.Name} answers {(int)response.StatusCode} where it should say 304.");
    }
}
