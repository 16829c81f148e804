using News.Functions.Storage;
using News.Functions.Storage.Faults;
using News.Functions.Tests.Storage;

namespace News.Functions.Tests.Life;

/// <summary>A store as one process has it, until a given commit, which goes wrong in a given way.</summary>
/// <param name="breakAt">Which commit, counted from 1.</param>
public sealed class BreakingStore(IDocumentStore inner, int breakAt, BreakingStore.Breakage kind) : IDocumentStore
{
    private int _commits;

    /// <summary>What happens at that commit.</summary>
    public enum Breakage
    {
        /// <summary>The process ends before it; nothing it does afterwards happens.</summary>
        Dies,

        /// <summary>It and all later ones fail: nothing is written, and the process knows.</summary>
        Fails,

        /// <summary>It happens, and the process is not told.</summary>
        ForgetsDone,

        /// <summary>It does not happen, and the process is not told.</summary>
        ForgetsLost,
    }

    /// <summary>Whether that commit has come.</summary>
    public bool IsBroken => _commits >= breakAt;

    public ValueTask<Document?> Read(string pk, string id, CancellationToken ct) =>
        IsBroken && kind == Breakage.Dies ? throw new CrashException() : inner.Read(pk, id, ct);

    public ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct) =>
        IsBroken && kind == Breakage.Dies ? throw new CrashException() : inner.Page(pk, range, ct);

    public async ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        _commits++;
        if (_commits < breakAt)
            return await inner.Commit(pk, changes, ct);
        return kind switch
        {
            Breakage.Dies => throw new CrashException(),
            Breakage.Fails => throw new StoreUnavailableException("Out of reach."),
            _ when _commits > breakAt => await inner.Commit(pk, changes, ct),
            Breakage.ForgetsDone => throw new CommitUnknownException($"It did happen: {await inner.Commit(pk, changes, ct)}"),
            _ => throw new CommitUnknownException("It did not happen."),
        };
    }
}
