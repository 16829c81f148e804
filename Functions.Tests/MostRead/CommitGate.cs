using News.Functions.Storage;
using News.Functions.Storage.Faults;
using News.Functions.Tests.Support;

namespace News.Functions.Tests.MostRead;

/// <summary>A store whose commits wait until it is opened, and fail while it is told to.</summary>
public sealed class CommitGate(MemoryStore inner) : IDocumentStore
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _commits;

    public MemoryStore Inner => inner;

    /// <summary>Ends when the first commit waits.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Commits that were asked for.</summary>
    public int Commits => _commits;

    public bool Fails { get; set; }

    public void Open() => _opened.SetResult();

    public ValueTask<Document?> Read(string pk, string id, CancellationToken ct) => inner.Read(pk, id, ct);

    public ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct) => inner.Page(pk, range, ct);

    public async ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        Interlocked.Increment(ref _commits);
        _reached.TrySetResult();
        await _opened.Task.WaitAsync(ct);
        return Fails ? throw new StoreUnavailableException("Out of reach.") : await inner.Commit(pk, changes, ct);
    }
}
