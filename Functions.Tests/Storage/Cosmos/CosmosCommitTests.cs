using System.Net;
using System.Text;
using Azure.Identity;
using Microsoft.Azure.Cosmos;
using News.Functions.Storage;
using News.Functions.Storage.Faults;
using Xunit;

namespace News.Functions.Tests.Storage.Cosmos;

/// <summary>What a commit sends to Cosmos, and what each answer means.</summary>
public class CosmosCommitTests
{
    private readonly CosmosWire _wire = new();

    [Fact]
    public async Task Each_expectation_is_its_own_operation_in_the_order_given()
    {
        _wire.Answers(HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NoContent);
        var result = await Commit(
            Put("a", Expectation.Absent),
            Put("b", Expectation.Match("\"x\"")),
            Put("c", Expectation.Any, seconds: 60),
            Change.Delete("d", Expectation.Match("\"y\"")));
        Assert.Equal(
            [
                "batch [\"pk\"]",
                """create {"id":"a","pk":"pk","body":{"n":1}}""",
                """replace b {"id":"b","pk":"pk","body":{"n":1}} if "x" """.TrimEnd(),
                """upsert {"id":"c","pk":"pk","ttl":60,"body":{"n":1}}""",
                "delete d if \"y\"",
            ],
            _wire.Sent);
        Assert.Equal(["e0", "e1", "e2", null], Assert.IsType<CommitResult.Done>(result).ETags);
    }

    [Fact]
    public async Task Star_is_nobodys_ETag()
    {
        _wire.Answers(HttpStatusCode.PreconditionFailed);
        await Commit(Change.Delete("a", Expectation.Match("*")));
        Assert.Equal("delete a if \"*\"", _wire.Sent[^1]);
    }

    [Fact]
    public async Task Delete_of_what_is_missing_is_dropped_and_the_rest_sent_again()
    {
        _wire.Answers(HttpStatusCode.FailedDependency, HttpStatusCode.NotFound, HttpStatusCode.FailedDependency)
            .Answers(HttpStatusCode.NotFound, HttpStatusCode.FailedDependency)
            .Answers(HttpStatusCode.OK);
        var result = await Commit(Change.Delete("a"), Change.Delete("b"), Put("c"));
        Assert.Equal([null, null, "e0"], Assert.IsType<CommitResult.Done>(result).ETags);
        Assert.Equal(
            ["batch", "delete a", "delete b", "upsert", "batch", "delete a", "upsert", "batch", "upsert"],
            _wire.Sent.Select(line => line.StartsWith("delete", StringComparison.Ordinal) ? line : line.Split(' ')[0]));
    }

    [Fact]
    public async Task Delete_of_nothing_else_than_what_is_missing_succeeds()
    {
        _wire.Answers(HttpStatusCode.NotFound);
        Assert.Equal([null], Assert.IsType<CommitResult.Done>(await Commit(Change.Delete("a"))).ETags);
    }

    [Fact]
    public async Task Refusal_after_a_dropped_delete_names_its_place_in_the_commit()
    {
        _wire.Answers(HttpStatusCode.NotFound, HttpStatusCode.FailedDependency).Answers(HttpStatusCode.PreconditionFailed);
        Assert.Equal(new CommitResult.Refused(1, Refusal.Changed), await Commit(Change.Delete("a"), Put("b", Expectation.Match("\"x\""))));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, Refusal.Missing)]
    [InlineData(HttpStatusCode.PreconditionFailed, Refusal.Changed)]
    public async Task Refusal_is_an_answer(HttpStatusCode status, Refusal why)
    {
        _wire.Answers(HttpStatusCode.FailedDependency, status, HttpStatusCode.FailedDependency);
        Assert.Equal(new CommitResult.Refused(1, why), await Commit(Put("a"), Put("b", Expectation.Match("\"x\"")), Put("c")));
    }

    [Theory]
    [InlineData(413, typeof(CommitTooLargeException))]
    [InlineData(429, typeof(StoreUnavailableException))]
    [InlineData(449, typeof(StoreUnavailableException))]
    [InlineData(403, typeof(StoreUnavailableException))]
    [InlineData(408, typeof(CommitUnknownException))]
    [InlineData(410, typeof(CommitUnknownException))]
    [InlineData(500, typeof(CommitUnknownException))]
    [InlineData(503, typeof(CommitUnknownException))]
    public async Task Fault_is_told_apart(int status, Type fault)
    {
        _wire.Answers((HttpStatusCode)status, (HttpStatusCode)status).Throws(new CosmosException("x", (HttpStatusCode)status, 0, "", 0));
        Assert.IsType(fault, await Record.ExceptionAsync(() => Commit(Put("a"), Put("b"))));
        Assert.IsType(fault, await Record.ExceptionAsync(() => Commit(Put("a"), Put("b"))));
    }

    [Theory]
    [InlineData(1002)]
    [InlineData(1003)]
    public async Task Missing_container_is_a_fault_and_not_a_missing_document(int subStatus)
    {
        _wire.Answers(subStatus, HttpStatusCode.NotFound).Answers(subStatus, HttpStatusCode.NotFound, HttpStatusCode.NotFound);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Commit(Change.Delete("a")));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Commit(Put("a", Expectation.Match("\"x\"")), Put("b")));
    }

    [Fact]
    public async Task Throttling_says_how_long_to_wait()
    {
        _wire.Answers(HttpStatusCode.TooManyRequests);
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => Commit(Put("a")));
        Assert.Equal(TimeSpan.FromMilliseconds(250), fault.RetryAfter);
    }

    [Fact]
    public async Task What_broke_off_is_unknown()
    {
        _wire.Throws(new HttpRequestException("broken"))
            .Throws(new TimeoutException())
            .Throws(new OperationCanceledException("the client's own patience"));
        for (var n = 0; n < 3; n++)
            await Assert.ThrowsAsync<CommitUnknownException>(() => Commit(Put("a")));
    }

    [Fact]
    public async Task Without_a_token_nothing_was_sent()
    {
        _wire.Throws(new AuthenticationFailedException("no identity"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Commit(Put("a")));
    }

    [Fact]
    public async Task Cancellation_passes()
    {
        using var stop = new CancellationTokenSource();
        _wire.Throws(new OperationCanceledException(), stop.Cancel);
        await Assert.ThrowsAsync<OperationCanceledException>(() => _wire.Store.Commit("pk", [Put("a")], stop.Token).AsTask());
        var sent = _wire.Sent.Count;
        await Assert.ThrowsAsync<OperationCanceledException>(() => _wire.Store.Commit("pk", [Put("a")], stop.Token).AsTask());
        Assert.Equal(sent, _wire.Sent.Count);
    }

    [Fact]
    public async Task Every_batch_sent_is_charged()
    {
        _wire.Answers(HttpStatusCode.NotFound, HttpStatusCode.FailedDependency).Answers(HttpStatusCode.OK)
            .Throws(new CosmosException("x", HttpStatusCode.ServiceUnavailable, 0, "", 7));
        await Commit(Change.Delete("a"), Put("b"));
        await Assert.ThrowsAsync<CommitUnknownException>(() => Commit(Put("a")));
        Assert.Equal([("commit", CosmosWire.Charge), ("commit", CosmosWire.Charge), ("commit", 7)], _wire.Charges.Noted);
    }

    private static Change Put(string id, Expectation expect = default, int? seconds = null) =>
        Change.Put(id, Encoding.UTF8.GetBytes("""{"n":1}"""), expect, seconds is { } life ? TimeSpan.FromSeconds(life) : null);

    private Task<CommitResult> Commit(params Change[] changes) => _wire.Store.Commit("pk", changes, default).AsTask();
}
