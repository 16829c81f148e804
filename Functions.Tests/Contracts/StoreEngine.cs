using News.Functions.Storage;

namespace News.Functions.Tests.Contracts;

/// <summary>One engine under the contract; each test has its own, and closes it.</summary>
public abstract class StoreEngine : IAsyncDisposable
{
    private readonly string _mark = Guid.NewGuid().ToString("N");

    /// <summary>Opens the store; an engine that is not to be had here skips the test and says why.</summary>
    public abstract ValueTask<IDocumentStore> Open();

    /// <summary>Moves the engine's clock, or really waits where the engine's clock is not ours.</summary>
    public abstract Task LetPass(TimeSpan time);

    /// <summary>Whether bodies come back byte for byte, or only as the same JSON (spaces and the spelling of numbers may differ).</summary>
    public virtual bool KeepsSpelling => true;

    /// <summary>A partition no other test uses, even in a store that all share.</summary>
    public string Partition(string name) => $"{_mark}:{name}";

    public abstract ValueTask DisposeAsync();
}
