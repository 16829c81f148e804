using System.Net;
using System.Text;
using Microsoft.Azure.Cosmos;
using Moq;
using News.Functions.Storage;
using News.Functions.Storage.Faults;
using Xunit;

namespace News.Functions.Tests.Storage.Cosmos;

/// <summary>What a page sends to Cosmos, and how it takes the parts it comes in.</summary>
public class CosmosPageTests
{
    private readonly CosmosWire _wire = new();
    private readonly List<(QueryDefinition Query, QueryRequestOptions Options)> _asked = [];
    private int _unread;

    [Theory]
    [InlineData("f", "t", false, "SELECT TOP 3 c.id, c._etag, c.body FROM c WHERE c.pk = @pk AND c.id > @from AND c.id < @to ORDER BY c.pk, c.id")]
    [InlineData("f", null, false, "SELECT TOP 3 c.id, c._etag, c.body FROM c WHERE c.pk = @pk AND c.id > @from ORDER BY c.pk, c.id")]
    [InlineData(null, "t", true, "SELECT TOP 3 c.id, c._etag, c.body FROM c WHERE c.pk = @pk AND c.id < @to ORDER BY c.pk DESC, c.id DESC")]
    [InlineData(null, null, true, "SELECT TOP 3 c.id, c._etag, c.body FROM c WHERE c.pk = @pk ORDER BY c.pk DESC, c.id DESC")]
    public async Task Page_asks_for_one_partition_by_the_composite_index(string? from, string? to, bool backward, string text)
    {
        Answers(Documents("a", "b", "c"));
        await Page(new(from, to, backward, 2));
        var (query, options) = Assert.Single(_asked);
        Assert.Equal(text, query.QueryText);
        Assert.Equal((new PartitionKey("pk"), 3, true), (options.PartitionKey, options.MaxItemCount, options.EnableOptimisticDirectExecution));
        var parameters = Parameters(query);
        Assert.Equal("pk", parameters["@pk"]);
        Assert.Equal(from, parameters.GetValueOrDefault("@from"));
        Assert.Equal(to, parameters.GetValueOrDefault("@to"));
    }

    [Fact]
    public async Task Documents_carry_id_ETag_and_body()
    {
        Answers("""{"_rid":"x","Documents":[{"id":"a","_etag":"e","body":[1 , {"id":"no"}]},{"body":"Đ","_etag":"f","id":"b"}],"_count":2}""");
        var page = await Page(new());
        Assert.Equal(
            [("a", "e", """[1 , {"id":"no"}]"""), ("b", "f", "\"Đ\"")],
            page.Items.Select(item => (item.Id, item.ETag, Encoding.UTF8.GetString(item.Body.Span))));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(2, true)]
    public async Task One_document_more_than_wanted_says_that_there_are_more(int take, bool more)
    {
        Answers(Documents("a", "b", "c"));
        var page = await Page(new(Take: take));
        Assert.Equal((take, more), (page.Items.Count, page.More));
    }

    [Theory]
    [InlineData(false, "@from")]
    [InlineData(true, "@to")]
    public async Task Page_in_parts_is_asked_for_anew_after_the_last_id(bool backward, string bound)
    {
        Answers(Documents("a", "b"), Documents(), Documents("c"), Documents());
        var page = await Page(new("0", "z", backward, 9));
        Assert.Equal(["a", "b", "c"], page.Items.Select(item => item.Id));
        Assert.Equal((false, 0), (page.More, _unread));
        Assert.Equal(["b", "c"], _asked.Skip(1).Select(part => Parameters(part.Query)[bound]));
        Assert.Equal([10, 8, 7], _asked.Select(part => part.Options.MaxItemCount!.Value));
        Assert.Equal(["SELECT TOP 10 ", "SELECT TOP 8 ", "SELECT TOP 7 "], _asked.Select(part => part.Query.QueryText.Split("c.id")[0]));
    }

    [Fact]
    public async Task No_part_is_asked_for_after_a_full_page()
    {
        Answers(Documents("a", "b", "c"), Documents("d"));
        Assert.True((await Page(new(Take: 2))).More);
        Assert.Equal(1, _unread);
        Assert.Equal([("page", CosmosWire.Charge)], _wire.Charges.Noted);
    }

    [Fact]
    public async Task Page_ends_before_its_bytes_are_passed()
    {
        var big = new string('x', (StoreLimits.PageBytes / 2) - 2);
        Answers($$"""{"Documents":[{"id":"a","_etag":"e","body":"{{big}}"},{"id":"b","_etag":"e","body":"{{big}}"},{"id":"c","_etag":"e","body":1}]}""");
        var page = await Page(new());
        Assert.Equal((2, true), (page.Items.Count, page.More));
    }

    [Theory]
    [InlineData(404, 1003)]
    [InlineData(429, 3200)]
    [InlineData(503, 0)]
    public async Task Page_that_fails_is_unavailable(int status, int subStatus)
    {
        Answers(() => CosmosWire.Message((HttpStatusCode)status, "", subStatus));
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => Page(new()));
        Assert.Equal(TimeSpan.FromMilliseconds(status == 429 ? 250 : 1000), fault.RetryAfter);
    }

    [Fact]
    public async Task Page_that_breaks_off_is_unavailable()
    {
        Answers(() => throw new HttpRequestException("broken"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Page(new()));
    }

    private static Dictionary<string, object> Parameters(QueryDefinition query) =>
        query.GetQueryParameters().ToDictionary(pair => pair.Name, pair => pair.Value);

    private static string Documents(params string[] ids) =>
        $$$"""{"_rid":"","Documents":[{{{string.Join(',', ids.Select(Item))}}}],"_count":{{{ids.Length}}}}""";

    private static string Item(string id) => $$$"""{"id":"{{{id}}}","_etag":"e","body":{}}""";

    private Task<DocumentPage> Page(PageRange range) => _wire.Store.Page("pk", range, default).AsTask();

    private void Answers(params string[] parts) =>
        Answers([.. parts.Select(part => new Func<ResponseMessage>(() => CosmosWire.Message(HttpStatusCode.OK, part)))]);

    private void Answers(params Func<ResponseMessage>[] parts)
    {
        var left = new Queue<Func<ResponseMessage>>(parts);
        _unread = left.Count;
        var iterator = new Mock<FeedIterator>();
        iterator.SetupGet(i => i.HasMoreResults).Returns(() => left.Count > 0);
        iterator.Setup(i => i.ReadNextAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() =>
        {
            _unread--;
            return left.Dequeue()();
        });
        _wire.Container
            .Setup(container => container.GetItemQueryStreamIterator(It.IsAny<QueryDefinition>(), null, It.IsAny<QueryRequestOptions>()))
            .Callback<QueryDefinition, string, QueryRequestOptions>((query, _, options) => _asked.Add((query, options)))
            .Returns(iterator.Object);
    }
}
