using Microsoft.Extensions.Time.Testing;
using News.Functions.Storage;
using News.Functions.Tests.Support;

namespace News.Functions.Tests.Contracts;

/// <summary>The fake that simulations run on.</summary>
public sealed class MemoryEngine : StoreEngine
{
    private readonly FakeTimeProvider _time = new();

    public override ValueTask<IDocumentStore> Open() => new(new MemoryStore(_time));

    public override Task LetPass(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
