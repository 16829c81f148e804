using System.Collections.Concurrent;
using News.Functions.Storage;

namespace News.Functions.Tests.Reading;

/// <summary>A store whose next read of a partition waits, with its answer in hand, until it is let go.</summary>
public sealed class GatedStore(IDocumentStore inner) : IDocumentStore
{
    private readonly ConcurrentDictionary<string, (TaskCompletionSource Reached, TaskCompletionSource Open)> _gates = new();

    /// <summary>Holds the next read of the partition.</summary>
    /// <returns>When it has read, and what lets it answer.</returns>
    public (Task Reached, Action Open) Hold(string pk)
    {
        var gate = (Reached: new TaskCompletionSource(), Open: new TaskCompletionSource());
        _gates[pk] = gate;
        return (gate.Reached.Task, gate.Open.SetResult);
    }

    public async ValueTask<Document?> Read(string pk, string id, CancellationToken ct)
    {
        var document = await inner.Read(pk, id, ct);
        if (_gates.TryRemove(pk, out var gate))
        {
            gate.Reached.SetResult();
            await gate.Open.Task.WaitAsync(ct);
        }

        return document;
    }

    public ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct) => inner.Commit(pk, changes, ct);

    public ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct) => inner.Page(pk, range, ct);
}
