using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage.Sqlite;

/// <summary>
/// The one writer. It takes what is queued into one transaction, because a transaction costs one wait for the disk however much
/// is in it; nobody is answered before that wait is over.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int CommitsAtOnce = 1024;
    private const int BytesAtOnce = 16_000_000;
    private const int PurgedBesides = 16;

    private readonly BlockingCollection<QueuedCommit> _queue;
    private readonly Database _db;
    private readonly DocumentWriter _writer;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly TimeProvider _time;
    private readonly Task _loop;

    public GroupCommit(SqliteStoreOptions options, TimeProvider time)
    {
        _db = Schema.Open(options);
        _writer = new(_db);
        _begin = _db.Prepare("BEGIN IMMEDIATE");
        _commit = _db.Prepare("COMMIT");
        _time = time;
        _queue = new(options.QueuedCommits);
        _loop = Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Puts a commit in the queue.</summary>
    /// <exception cref="StoreUnavailableException">The queue is full or closed.</exception>
    public void Add(QueuedCommit commit)
    {
        if (!TryAdd(commit))
            throw new StoreUnavailableException("Too many commits are waiting.");
    }

    /// <summary>Makes what is queued, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.CompleteAdding();
        await _loop;
        _db.Dispose();
    }

    private bool TryAdd(QueuedCommit commit)
    {
        try
        {
            return _queue.TryAdd(commit);
        }
        catch (InvalidOperationException)
        {
            throw new StoreUnavailableException("The store is closed.");
        }
    }

    private void Loop()
    {
        foreach (var commit in _queue.GetConsumingEnumerable())
        {
            if (commit.Claim())
                Transact([commit]);
        }
    }

    private void Transact(List<QueuedCommit> taken)
    {
        var committing = false;
        try
        {
            Begin(taken);
            Make(taken);
            committing = true;
            _commit.Run();
        }
        catch (Exception failure)
        {
            _db.RollBack();
            foreach (var commit in taken)
                commit.Fail(Explain(failure, committing));
            return;
        }
        foreach (var commit in taken)
            commit.Finish();
    }

    private void Begin(List<QueuedCommit> taken)
    {
        try
        {
            _begin.Run();
        }
        catch (SqliteException)
        {
            // All who wait now wait for the same lock; one after the other would be told so only after many such waits.
            for (var waiting = _queue.Count; waiting > 0 && Next() is { } commit; waiting--)
                taken.Add(commit);
            throw;
        }
    }

    private void Make(List<QueuedCommit> taken)
    {
        var changes = Make(taken[0]);
        var bytes = taken[0].Bytes;
        while (taken.Count < CommitsAtOnce && bytes <= BytesAtOnce - StoreLimits.CommitBytes && Next() is { } commit)
        {
            taken.Add(commit);
            changes += Make(commit);
            bytes += commit.Bytes;
        }
        // More than was written, so what expires never piles up; and few, so nobody waits long for it.
        _writer.Purge(changes + PurgedBesides, Now);
    }

    private int Make(QueuedCommit commit)
    {
        commit.Result = _writer.Make(commit.Pk, commit.Changes, Now);
        return commit.Changes.Count;
    }

    private QueuedCommit? Next()
    {
        while (_queue.TryTake(out var commit))
        {
            if (commit.Claim())
                return commit;
        }
        return null;
    }

    // Before COMMIT nothing can be in the file. If COMMIT itself fails, the log may hold it whole although it was not answered.
    private static Exception Explain(Exception failure, bool committing) => committing
        ? new CommitUnknownException("The database did not say whether it committed.", failure)
        : new StoreUnavailableException("The database file cannot be written.", inner: failure);
}
