using System.Net;
using News.Functions.Storage;
using News.Functions.Storage.Faults;
using Xunit;

namespace News.Functions.Tests.Storage.Cosmos;

/// <summary>A conflict is believed only where readers see a document: one that expired may still take up its place for a while.</summary>
public class CosmosConflictTests
{
    private const string There = """{"id":"b","_etag":"e","body":{}}""";
    private readonly CosmosWire _wire = new();

    [Fact]
    public async Task Conflict_with_a_document_is_a_refusal()
    {
        _wire.Answers(HttpStatusCode.FailedDependency, HttpStatusCode.Conflict).Reads(HttpStatusCode.OK, There);
        Assert.Equal(new CommitResult.Refused(1, Refusal.Exists), await Commit(Expectation.Absent));
        Assert.Equal("read [\"pk\"] b", _wire.Sent[^1]);
    }

    [Fact]
    public async Task Conflict_with_nothing_is_sent_once_more()
    {
        _wire.Answers(HttpStatusCode.FailedDependency, HttpStatusCode.Conflict).Reads(HttpStatusCode.NotFound)
            .Answers(HttpStatusCode.OK, HttpStatusCode.Created);
        Assert.Equal(["e0", "e1"], Assert.IsType<CommitResult.Done>(await Commit(Expectation.Absent)).ETags);
        Assert.Equal(2, _wire.Sent.Count(line => line.StartsWith("create", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Conflict_with_nothing_that_stays_is_for_later_and_no_refusal()
    {
        _wire.Answers(HttpStatusCode.FailedDependency, HttpStatusCode.Conflict).Reads(HttpStatusCode.NotFound)
            .Answers(HttpStatusCode.FailedDependency, HttpStatusCode.Conflict).Reads(HttpStatusCode.NotFound);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Commit(Expectation.Absent));
    }

    [Fact]
    public async Task Conflict_of_what_expects_nothing_is_never_a_refusal()
    {
        _wire.Answers(HttpStatusCode.FailedDependency, HttpStatusCode.Conflict).Answers(HttpStatusCode.OK, HttpStatusCode.OK);
        Assert.IsType<CommitResult.Done>(await Commit(Expectation.Any));
    }

    private Task<CommitResult> Commit(Expectation expect) =>
        _wire.Store.Commit("pk", [Change.Put("a", "{}"u8.ToArray()), Change.Put("b", "{}"u8.ToArray(), expect)], default).AsTask();
}
