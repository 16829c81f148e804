using Microsoft.Extensions.Time.Testing;
using News.Functions.Storage;
using News.Functions.Storage.Faults;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Storage;

/// <summary>How often a call that fails is made before its caller is told.</summary>
public class PatienceTests
{
    private readonly FakeTimeProvider _time = new();
    private int _calls;

    [Fact]
    public async Task What_fails_at_once_is_tried_six_times()
    {
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Read(takes: TimeSpan.Zero, failures: 6));
        Assert.Equal(6, _calls);
    }

    [Fact]
    public async Task What_passes_is_answered()
    {
        Assert.Null(await Read(takes: TimeSpan.Zero, failures: 5));
        Assert.Equal(6, _calls);
    }

    [Fact]
    public async Task What_the_engine_has_waited_for_already_is_not_waited_for_again()
    {
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => Read(takes: TimeSpan.FromSeconds(10), failures: 6));
        Assert.Equal((1, TimeSpan.FromSeconds(3)), (_calls, fault.RetryAfter));
    }

    [Fact]
    public async Task Slow_failures_end_after_two_seconds()
    {
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Read(takes: TimeSpan.FromSeconds(0.9), failures: 6));
        Assert.Equal(3, _calls);
    }

    /// <summary>A read by way of a store that is throttled so often, and takes so long to say it.</summary>
    private Task<Document?> Read(TimeSpan takes, int failures) => Task.Run(async () =>
    {
        var throttled = new Throttled(new MemoryStore(_time), () =>
        {
            _time.Advance(takes);
            return ++_calls <= failures;
        });
        var reading = new PatientStore(throttled, new(_time)).Read("pk", "id", TestContext.Current.CancellationToken).AsTask();
        while (!reading.IsCompleted)
            _time.Advance(TimeSpan.FromMilliseconds(10));
        return await reading;
    });

    private sealed class Throttled(IDocumentStore inner, Func<bool> fails) : IDocumentStore
    {
        public ValueTask<Document?> Read(string pk, string id, CancellationToken ct) =>
            fails() ? throw new StoreUnavailableException("Too many requests.", TimeSpan.FromSeconds(3)) : inner.Read(pk, id, ct);

        public ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct) => inner.Commit(pk, changes, ct);

        public ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct) => inner.Page(pk, range, ct);
    }
}
