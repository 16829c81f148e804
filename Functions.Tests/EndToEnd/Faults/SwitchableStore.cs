using News.Functions.Storage;
using News.Functions.Storage.Faults;

namespace News.Functions.Tests.EndToEnd.Faults;

/// <summary>A store that fails every call while it is told to.</summary>
public sealed class SwitchableStore(IDocumentStore inner) : IDocumentStore
{
    private static readonly TimeSpan _timeout = TimeSpan.FromMilliseconds(300);
    private int _commits;

    public StoreFault Fault { get; set; }

    public async ValueTask<Document?> Read(string pk, string id, CancellationToken ct)
    {
        await Fail(ct);
        return await inner.Read(pk, id, ct);
    }

    public async ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct)
    {
        await Fail(ct);
        return await inner.Page(pk, range, ct);
    }

    public async ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        if (Fault != StoreFault.TimesOut)
        {
            await Fail(ct);
            return await inner.Commit(pk, changes, ct);
        }

        // Every second one has happened all the same.
        if (Interlocked.Increment(ref _commits) % 2 == 0)
            await inner.Commit(pk, changes, ct);
        await Task.Delay(_timeout, ct);
        throw new CommitUnknownException("It took too long.");
    }

    private async ValueTask Fail(CancellationToken ct)
    {
        switch (Fault)
        {
            case StoreFault.Throttled:
                throw new StoreUnavailableException("Too many requests.", TimeSpan.FromSeconds(1));
            case StoreFault.OutOfReach:
                throw new StoreUnavailableException("Out of reach.");
            case StoreFault.TimesOut:
                await Task.Delay(_timeout, ct);
                throw new StoreUnavailableException("It took too long.");
            default:
                return;
        }
    }
}
