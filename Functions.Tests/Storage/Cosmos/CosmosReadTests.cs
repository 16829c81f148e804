using System.Net;
using System.Text;
using Microsoft.Azure.Cosmos;
using Moq;
using News.Functions.Storage.Cosmos;
using News.Functions.Storage.Faults;
using Xunit;

namespace News.Functions.Tests.Storage.Cosmos;

/// <summary>What reads and pages send to Cosmos, and how they take its answers.</summary>
public class CosmosReadTests
{
    private readonly CosmosWire _wire = new();

    [Fact]
    public async Task Read_is_a_point_read_of_the_partition()
    {
        Reads(HttpStatusCode.OK, """{"id":"a","pk":"pk","body":{"n":1},"_etag":"\"x\"","_ts":1}""");
        var document = await _wire.Store.Read("pk", "a", default);
        Assert.Equal(("a", "\"x\"", """{"n":1}"""), (document!.Id, document.ETag, Encoding.UTF8.GetString(document.Body.Span)));
        _wire.Container.Verify(container => container.ReadItemStreamAsync("a", new PartitionKey("pk"), null, default));
    }

    [Fact]
    public async Task Read_of_what_is_missing_is_null()
    {
        Reads(HttpStatusCode.NotFound, "");
        Assert.Null(await _wire.Store.Read("pk", "a", default));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(408)]
    [InlineData(403)]
    public async Task Read_that_fails_is_unavailable(int status)
    {
        Reads((HttpStatusCode)status, "");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _wire.Store.Read("pk", "a", default).AsTask());
    }

    [Theory]
    [InlineData("f", "t", false, "SELECT c.id, c._etag, c.body FROM c WHERE c.pk = @pk AND c.id > @from AND c.id < @to ORDER BY c.pk, c.id")]
    [InlineData(null, null, true, "SELECT c.id, c._etag, c.body FROM c WHERE c.pk = @pk ORDER BY c.pk DESC, c.id DESC")]
    public async Task Page_asks_for_one_partition_by_the_composite_index(string? from, string? to, bool backward, string text)
    {
        QueryDefinition? asked = null;
        QueryRequestOptions? options = null;
        Pages((query, how) => (asked, options) = (query, how), Documents("a", "b", "c"));
        var page = await _wire.Store.Page("pk", new(from, to, backward, 2), default);
        Assert.Equal(text, asked!.QueryText);
        Assert.Equal((new PartitionKey("pk"), 3), (options!.PartitionKey, options.MaxItemCount));
        Assert.Equal(["a", "b"], page.Items.Select(document => document.Id));
        Assert.True(page.More);
        var parameters = asked.GetQueryParameters().ToDictionary(pair => pair.Name, pair => pair.Value);
        Assert.Equal(from, parameters.GetValueOrDefault("@from"));
        Assert.Equal(to, parameters.GetValueOrDefault("@to"));
    }

    [Fact]
    public async Task Page_goes_on_until_it_is_full_or_the_range_ends()
    {
        Pages((_, _) => { }, Documents("a"), Documents(), Documents("b"));
        var page = await _wire.Store.Page("pk", new(Take: 5), default);
        Assert.Equal(["a", "b"], page.Items.Select(document => document.Id));
        Assert.False(page.More);
    }

    [Fact]
    public void Container_is_defined_as_designed()
    {
        var container = CosmosContainer.Define("documents");
        Assert.Equal(("/pk", PartitionKeyDefinitionVersion.V2, -1), (container.PartitionKeyPath, container.PartitionKeyDefinitionVersion, container.DefaultTimeToLive));
        Assert.Equal("/pk/?", Assert.Single(container.IndexingPolicy.IncludedPaths).Path);
        Assert.Equal("/*", Assert.Single(container.IndexingPolicy.ExcludedPaths).Path);
        var orders = container.IndexingPolicy.CompositeIndexes.Select(index => string.Join(',', index.Select(path => $"{path.Path} {path.Order}")));
        Assert.Equal(["/pk Ascending,/id Ascending", "/pk Descending,/id Descending"], orders);
    }

    [Fact]
    public void Requests_are_made_as_designed()
    {
        var options = CosmosAccount.Options(new("https://example.org", null, "news", "documents", Gateway: false));
        Assert.Equal((ConnectionMode.Direct, ConsistencyLevel.Session, false), (options.ConnectionMode, options.ConsistencyLevel, options.EnableContentResponseOnWrite));
        Assert.Equal(ConnectionMode.Gateway, CosmosAccount.Options(new(null, "x", "news", "documents", Gateway: true)).ConnectionMode);
    }

    private static string Documents(params string[] ids) =>
        $$$"""{"_rid":"","Documents":[{{{string.Join(',', ids.Select(Item))}}}],"_count":{{{ids.Length}}}}""";

    private static string Item(string id) => $$$"""{"id":"{{{id}}}","_etag":"e","body":{}}""";

    private void Reads(HttpStatusCode status, string body) => _wire.Container
        .Setup(container => container.ReadItemStreamAsync(It.IsAny<string>(), It.IsAny<PartitionKey>(), null, It.IsAny<CancellationToken>()))
        .ReturnsAsync(() => Message(status, body));

    private void Pages(Action<QueryDefinition, QueryRequestOptions> asked, params string[] answers)
    {
        var left = new Queue<string>(answers);
        var iterator = new Mock<FeedIterator>();
        iterator.SetupGet(i => i.HasMoreResults).Returns(() => left.Count > 0);
        iterator.Setup(i => i.ReadNextAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() => Message(HttpStatusCode.OK, left.Dequeue()));
        _wire.Container
            .Setup(container => container.GetItemQueryStreamIterator(It.IsAny<QueryDefinition>(), null, It.IsAny<QueryRequestOptions>()))
            .Callback<QueryDefinition, string, QueryRequestOptions>((query, _, options) => asked(query, options))
            .Returns(iterator.Object);
    }

    private static ResponseMessage Message(HttpStatusCode status, string body) =>
        new(status) { Content = new MemoryStream(Encoding.UTF8.GetBytes(body)) };
}
