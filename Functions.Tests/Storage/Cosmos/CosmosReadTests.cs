using System.Net;
using System.Text;
using Azure.Identity;
using Microsoft.Azure.Cosmos;
using News.Functions.Storage.Faults;
using Xunit;

namespace News.Functions.Tests.Storage.Cosmos;

/// <summary>What a read sends to Cosmos, and how it takes the answers.</summary>
public class CosmosReadTests
{
    private readonly CosmosWire _wire = new();

    public static TheoryData<Exception> Breaks { get; } =
    [
        new CosmosException("x", HttpStatusCode.ServiceUnavailable, 0, "", 0),
        new HttpRequestException("broken"),
        new IOException("broken"),
        new TimeoutException(),
        new OperationCanceledException("the client's own patience"),
        new AuthenticationFailedException("no identity"),
    ];

    [Fact]
    public async Task Read_is_a_point_read_of_the_partition()
    {
        _wire.Reads(HttpStatusCode.OK, """{"id":"a","pk":"pk","body":{"n":1},"_etag":"\"x\"","_ts":1}""");
        var document = await Read();
        Assert.Equal(("a", "\"x\"", """{"n":1}"""), (document!.Id, document.ETag, Encoding.UTF8.GetString(document.Body.Span)));
        Assert.Equal(["read [\"pk\"] a"], _wire.Sent);
        Assert.Equal([("read", CosmosWire.Charge)], _wire.Charges.Noted);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("\"Đà Nẵng \\\" \\u0000\"")]
    [InlineData("""{"body":{"id":"no","_etag":"no"},"Documents":[1,{"id":"no"}]}""")]
    [InlineData("[ 1.0 , {\"a\" : [] } ]")]
    public async Task Body_is_what_came_byte_for_byte(string body)
    {
        _wire.Reads(HttpStatusCode.OK, $$"""{"_rid":{"id":"no"},"body":{{body}},"_etag":"e","id":"a","_links":[["id"]]}""");
        var document = await Read();
        Assert.Equal(("a", "e", body), (document!.Id, document.ETag, Encoding.UTF8.GetString(document.Body.Span)));
    }

    [Fact]
    public async Task Read_of_what_is_missing_is_null()
    {
        _wire.Reads(HttpStatusCode.NotFound);
        Assert.Null(await Read());
    }

    [Theory]
    [InlineData(404, 1002)]
    [InlineData(404, 1003)]
    [InlineData(429, 3200)]
    [InlineData(503, 0)]
    [InlineData(408, 0)]
    [InlineData(403, 0)]
    public async Task Read_that_fails_is_unavailable(int status, int subStatus)
    {
        _wire.Reads((HttpStatusCode)status, subStatus: subStatus);
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(Read);
        Assert.Equal(TimeSpan.FromMilliseconds(status == 429 ? 250 : 1000), fault.RetryAfter);
        Assert.Equal([("read", CosmosWire.Charge)], _wire.Charges.Noted);
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task Read_that_breaks_off_is_unavailable(Exception fault)
    {
        _wire.ReadThrows(fault);
        Assert.Same(fault, (await Assert.ThrowsAsync<StoreUnavailableException>(Read)).InnerException);
    }

    [Fact]
    public async Task Cancellation_and_our_own_mistakes_pass()
    {
        using var stop = new CancellationTokenSource();
        _wire.ReadThrows(new InvalidOperationException());
        await Assert.ThrowsAsync<InvalidOperationException>(Read);
        await stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => _wire.Store.Read("pk", "a", stop.Token).AsTask());
    }

    private Task<News.Functions.Storage.Document?> Read() => _wire.Store.Read("pk", "a", default).AsTask();
}
