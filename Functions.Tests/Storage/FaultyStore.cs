using News.Functions.Storage;
using News.Functions.Storage.Faults;

namespace News.Functions.Tests.Storage;

/// <summary>
/// A store that fails a share of all calls: throttled, out of reach, or, for commits, without saying whether it happened, when it did
/// and when it did not.
/// </summary>
public sealed class FaultyStore(IDocumentStore inner, double rate, int seed) : IDocumentStore
{
    private readonly Random _random = new(seed);
    private readonly Lock _lock = new();
    private int _faults;

    /// <summary>How many calls have failed.</summary>
    public int Faults => _faults;

    public ValueTask<Document?> Read(string pk, string id, CancellationToken ct)
    {
        FailBefore(2);
        return inner.Read(pk, id, ct);
    }

    public ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct)
    {
        FailBefore(2);
        return inner.Page(pk, range, ct);
    }

    public async ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        var fault = FailBefore(4);
        var result = await inner.Commit(pk, changes, ct);
        return fault is null ? result : throw new CommitUnknownException("It did happen.");
    }

    /// <summary>Throws the fault whose turn it is; 3 is for the caller to throw afterwards.</summary>
    private int? FailBefore(int kinds)
    {
        var kind = Draw(kinds);
        if (kind is null)
            return null;
        Interlocked.Increment(ref _faults);
        return kind switch
        {
            0 => throw new StoreUnavailableException("Too many requests.", TimeSpan.FromMilliseconds(50)),
            1 => throw new StoreUnavailableException("Out of reach."),
            2 => throw new CommitUnknownException("It did not happen."),
            _ => kind,
        };
    }

    private int? Draw(int kinds)
    {
        lock (_lock)
            return _random.NextDouble() < rate ? _random.Next(kinds) : null;
    }
}
