using System.Net;
using System.Text;
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
    public async Task Delete_of_what_is_missing_is_dropped_and_the_rest_sent_again()
    {
        _wire.Answers(HttpStatusCode.FailedDependency, HttpStatusCode.NotFound, HttpStatusCode.FailedDependency)
            .Answers(HttpStatusCode.NotFound, HttpStatusCode.FailedDependency)
            .Answers(HttpStatusCode.OK);
        var result = await Commit(Change.Delete("a"), Change.Delete("b"), Put("c"));
        Assert.Equal([null, null, "e0"], Assert.IsType<CommitResult.Done>(result).ETags);
        Assert.Equal(3, _wire.Sent.Count(line => line.StartsWith("batch", StringComparison.Ordinal)));
        Assert.StartsWith("upsert", _wire.Sent[^1], StringComparison.Ordinal);
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
        _wire.Answers(HttpStatusCode.NotFound, HttpStatusCode.FailedDependency).Answers(HttpStatusCode.Conflict);
        Assert.Equal(new CommitResult.Refused(1, Refusal.Exists), await Commit(Change.Delete("a"), Put("b", Expectation.Absent)));
    }

    [Theory]
    [InlineData(HttpStatusCode.Conflict, Refusal.Exists)]
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
        _wire.Answers((HttpStatusCode)status).Throws(new CosmosException("x", (HttpStatusCode)status, 0, "", 0));
        Assert.IsType(fault, await Record.ExceptionAsync(() => Commit(Put("a"))));
        Assert.IsType(fault, await Record.ExceptionAsync(() => Commit(Put("a"))));
    }

    [Fact]
    public async Task Throttling_says_how_long_to_wait()
    {
        _wire.Answers(HttpStatusCode.TooManyRequests);
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => Commit(Put("a")));
        Assert.Equal(TimeSpan.FromMilliseconds(250), fault.RetryAfter);
    }

    [Fact]
    public async Task Broken_connection_is_unknown_and_cancellation_passes()
    {
        _wire.Throws(new HttpRequestException("broken")).Throws(new OperationCanceledException());
        await Assert.ThrowsAsync<CommitUnknownException>(() => Commit(Put("a")));
        await Assert.ThrowsAsync<OperationCanceledException>(() => Commit(Put("a")));
    }

    private static Change Put(string id, Expectation expect = default, int? seconds = null) =>
        Change.Put(id, Encoding.UTF8.GetBytes("""{"n":1}"""), expect, seconds is { } life ? TimeSpan.FromSeconds(life) : null);

    private Task<CommitResult> Commit(params Change[] changes) => _wire.Store.Commit("pk", changes, default).AsTask();
}
