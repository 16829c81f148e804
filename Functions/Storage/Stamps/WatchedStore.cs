namespace News.Functions.Storage.Stamps;

/// <summary>A store that notes what is read for a view and counts what is written.</summary>
public sealed class WatchedStore(IDocumentStore engine, ChangeCounters counters, Recorder recorder) : IDocumentStore
{
    /// <inheritdoc/>
    public ValueTask<Document?> Read(string pk, string id, CancellationToken ct)
    {
        Note(ChangeCounters.Of(pk, id));
        return engine.Read(pk, id, ct);
    }

    /// <inheritdoc/>
    public ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct)
    {
        Note(ChangeCounters.Of(pk));
        return engine.Page(pk, range, ct);
    }

    /// <inheritdoc/>
    public async ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        try
        {
            return await engine.Commit(pk, changes, ct);
        }
        finally
        {
            counters.Raise(pk, changes);
        }
    }

    private void Note(int counter) => recorder.Current?.Note(counter, counters[counter]);
}
