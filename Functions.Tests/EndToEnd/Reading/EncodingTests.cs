using System.IO.Compression;
using System.Net;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Reading;

/// <summary>How bodies go over the wire.</summary>
public abstract class EncodingTests(RunningSite site)
{
    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("gzip;q=1, br;q=0.5", "gzip")]
    [InlineData("identity", null)]
    [InlineData("br;q=0", null)]
    [InlineData(";;,", null)]
    public async Task Bodies_are_compressed_as_the_client_likes_best(string accepted, string? expected)
    {
        var path = $"/api/articles/{await Article()}";
        using var plain = await Get(path, null);
        using var answer = await Get(path, accepted);
        Assert.Equal(expected, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
        Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), Decode(expected, await answer.Content.ReadAsByteArrayAsync()));
        Assert.Equal(expected is null, plain.Headers.ETag!.Tag == answer.Headers.ETag!.Tag);
        Assert.False(answer.Headers.ETag.IsWeak);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData(null)]
    public async Task What_the_client_has_is_not_sent_again(string? accepted)
    {
        var path = $"/api/pages/articles/{await Article()}";
        Assert.True(await Poll.Until(() => IsNotSentAgain(path, accepted)));
        using var other = await Get(path, accepted, "\"khac\"");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    /// <summary>False where another test has published in between what the page shows too.</summary>
    private async Task<bool> IsNotSentAgain(string path, string? accepted)
    {
        using var first = await Get(path, accepted);
        using var again = await Get(path, accepted, first.Headers.ETag!.ToString());
        if (again.StatusCode != HttpStatusCode.NotModified)
            return false;
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(first.Headers.CacheControl, again.Headers.CacheControl);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        return true;
    }

    [Fact]
    public async Task What_is_small_is_sent_as_it_is()
    {
        await site.Ready();
        using var answer = await Get("/api/articles?tag=khong-co-bai-nao", "br");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    private async Task<string> Article()
    {
        await site.Ready();
        await site.Section("moi-truong");
        var slug = New.Slug();
        await site.Publish(slug, Sample.Draft() with { Blocks = [.. Enumerable.Range(0, 40).Select(i => new Domain.Blocks.Block.Paragraph($"Đoạn văn số {i} của bài."))] });
        return slug;
    }

    private async Task<HttpResponseMessage> Get(string path, string? accepted, string? etag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accepted is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        if (etag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        return await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static byte[] Decode(string? encoding, byte[] body)
    {
        using Stream decoded = encoding switch
        {
            "br" => new BrotliStream(new MemoryStream(body), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(body), CompressionMode.Decompress),
            _ => new MemoryStream(body),
        };
        using var plain = new MemoryStream();
        decoded.CopyTo(plain);
        return plain.ToArray();
    }

    public sealed class OnLocalHost(LocalSiteProcess site) : EncodingTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : EncodingTests(site);
}
