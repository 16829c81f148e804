namespace News.Functions.Storage.Sqlite;

/// <summary>All documents of one machine in one SQLite file. Reads run on the caller's thread; commits share transactions.</summary>
public sealed class SqliteDocumentStore : IDocumentStore, IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly GroupCommit _commits;
    private readonly ReaderPool _readers;

    /// <summary>Opens the file; makes it when it is missing.</summary>
    /// <exception cref="NotSupportedException">A newer version wrote the file.</exception>
    public SqliteDocumentStore(SqliteStoreOptions options, TimeProvider time)
    {
        _time = time;
        _commits = new(options, time);
        _readers = new(options);
    }

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <inheritdoc />
    public ValueTask<Document?> Read(string pk, string id, CancellationToken ct)
    {
        StoreRules.CheckKey(pk);
        StoreRules.CheckKey(id);
        ct.ThrowIfCancellationRequested();
        return new(_readers.Ask((pk, id, Now), static (reader, ask) => reader.Read(ask.pk, ask.id, ask.Now)));
    }

    /// <inheritdoc />
    public async ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        StoreRules.CheckCommit(pk, changes);
        ct.ThrowIfCancellationRequested();
        var commit = new QueuedCommit(pk, changes);
        _commits.Add(commit);
        using var cancelling = ct.UnsafeRegister(static (queued, token) => ((QueuedCommit)queued!).Cancel(token), commit);
        return await commit.Answer;
    }

    /// <inheritdoc />
    public ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct)
    {
        StoreRules.CheckPage(pk, range);
        ct.ThrowIfCancellationRequested();
        return new(_readers.Ask((pk, range, Now), static (reader, ask) => reader.Page(ask.pk, ask.range, ask.Now)));
    }

    /// <summary>Makes the commits that wait, then closes the file; later calls find the store unavailable.</summary>
    public async ValueTask DisposeAsync()
    {
        // Readers first: the last connection to close moves the log into the file, and only the writer may.
        _readers.Dispose();
        await _commits.DisposeAsync();
    }
}
