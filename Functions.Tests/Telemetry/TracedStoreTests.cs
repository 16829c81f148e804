using System.Diagnostics;
using News.Functions.Storage;
using News.Functions.Storage.Faults;
using News.Functions.Telemetry;
using News.Functions.Tests.Storage;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Telemetry;

/// <summary>Spans of store calls, and whose children they are.</summary>
public sealed class TracedStoreTests : IDisposable
{
    private readonly SpansOf _trace = new();

    public void Dispose() => _trace.Dispose();

    [Fact]
    public async Task Calls_are_children_of_the_function_and_the_function_of_its_caller()
    {
        var store = new TracedStore(new MemoryStore(TimeProvider.System));
        using (_trace.Function("GetArticle"))
        {
            await store.Commit("article:1", [Change.Put("head", "{}"u8.ToArray())], default);
            await store.Read("article:1", "head", default);
            await store.Page("article:1", new(null, null, false, 10), default);
        }

        var ended = _trace.Ended;
        Assert.Equal(["store.commit", "store.read", "store.page", "GetArticle"], ended.Select(span => span.OperationName));
        Assert.Equal(_trace.Caller, ended[^1].ParentSpanId);
        Assert.All(ended.SkipLast(1), span => Assert.Equal((ended[^1].SpanId, "article"), (span.ParentSpanId, span.GetTagItem("db.collection.name"))));
    }

    [Fact]
    public async Task Fault_is_noted_by_its_kind_alone()
    {
        var store = new TracedStore(new FaultyStore(new MemoryStore(TimeProvider.System), rate: 1, seed: 1));
        using (_trace.Function("GetArticle"))
            await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.Read("site", "sections", default));
        var read = _trace.Ended[0];
        Assert.Equal((ActivityStatusCode.Error, typeof(StoreUnavailableException).FullName, null), (read.Status, read.GetTagItem("error.type"), read.StatusDescription));
    }
}
