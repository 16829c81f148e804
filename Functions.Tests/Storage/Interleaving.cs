using News.Functions.Storage;

namespace News.Functions.Tests.Storage;

/// <summary>
/// Runs operations so that each store commit is one step, and a seeded random number says whose step is next and who crashes before it.
/// Everything happens on one thread: the same seed gives the same history.
/// </summary>
public sealed class Interleaving(IDocumentStore store, int seed, double crashRate)
{
    private readonly Random _random = new(seed);
    private readonly List<Step> _waiting = [];

    /// <summary>Starts the operations, each in a process of its own, and steps until none is left.</summary>
    public async Task Run(params Func<IDocumentStore, Task>[] operations)
    {
        var running = operations.Select(operation => Survive(operation(new Process(this, store)))).ToList();
        while (_waiting.Count > 0)
        {
            var step = _waiting[_random.Next(_waiting.Count)];
            _waiting.Remove(step);
            if (step.Owner.Crashed || _random.NextDouble() < crashRate)
                step.Crash();
            else
                step.Go();
        }

        await Task.WhenAll(running);
    }

    private static async Task Survive(Task operation)
    {
        try
        {
            await operation;
        }
        catch (CrashException)
        {
            // That process is gone, as it should be.
        }
        catch (Domain.Failure)
        {
            // Refused, as one of two competing editors is.
        }
    }

    private sealed class Step(Process owner)
    {
        private readonly TaskCompletionSource _gate = new();

        public Process Owner => owner;

        public Task Turn => _gate.Task;

        public void Go() => _gate.SetResult();

        public void Crash()
        {
            owner.Crashed = true;
            _gate.SetException(new CrashException());
        }
    }

    private sealed class Process(Interleaving history, IDocumentStore inner) : IDocumentStore
    {
        public bool Crashed { get; set; }

        public ValueTask<Document?> Read(string pk, string id, CancellationToken ct) => inner.Read(pk, id, ct);

        public ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct) => inner.Page(pk, range, ct);

        public async ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct)
        {
            var step = new Step(this);
            history._waiting.Add(step);
            await step.Turn;
            return await inner.Commit(pk, changes, ct);
        }
    }
}
