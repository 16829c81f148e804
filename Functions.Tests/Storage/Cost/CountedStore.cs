using News.Functions.Storage;

namespace News.Functions.Tests.Storage.Cost;

/// <summary>A store nobody else writes to, that counts the calls and bytes a deed takes, from which its cost follows.</summary>
public sealed class CountedStore(IDocumentStore inner) : IDocumentStore
{
    private readonly Lock _lock = new();
    private readonly List<StoreCall> _calls = [];
    private readonly Dictionary<(string Partition, string Id), int> _sizes = [];

    /// <summary>Bytes of all documents there are.</summary>
    public long Stored => _sizes.Values.Sum(size => (long)size);

    /// <summary>The calls since the last time.</summary>
    public IReadOnlyList<StoreCall> Take()
    {
        lock (_lock)
        {
            StoreCall[] calls = [.. _calls];
            _calls.Clear();
            return calls;
        }
    }

    public async ValueTask<Document?> Read(string pk, string id, CancellationToken ct)
    {
        var found = await inner.Read(pk, id, ct);
        var size = found is null ? 0 : CountedDocument.Size(pk, id, found.Body.Length);
        Note(StoreCall.Sort.Read, pk, [new(id, size, size)]);
        return found;
    }

    public async ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        var result = await inner.Commit(pk, changes, ct);
        lock (_lock)
            Note(StoreCall.Sort.Commit, pk, [.. changes.Select(change => Write(pk, change, result is CommitResult.Done))]);
        return result;
    }

    public async ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct)
    {
        var page = await inner.Page(pk, range, ct);
        var sizes = page.Items.Select(item => (item.Id, Size: CountedDocument.Size(pk, item.Id, item.Body.Length)));
        Note(StoreCall.Sort.Page, pk, [.. sizes.Select(item => new CountedDocument(item.Id, item.Size, item.Size))]);
        return page;
    }

    private void Note(StoreCall.Sort kind, string pk, CountedDocument[] documents)
    {
        lock (_lock)
            _calls.Add(new(kind, pk, documents));
    }

    private CountedDocument Write(string pk, Change change, bool isDone)
    {
        var before = _sizes.GetValueOrDefault((pk, change.Id));
        var after = change.Body is { } body ? CountedDocument.Size(pk, change.Id, body.Length) : 0;
        if (isDone && after > 0)
            _sizes[(pk, change.Id)] = after;
        else if (isDone)
            _sizes.Remove((pk, change.Id));
        return new(change.Id, before, after);
    }
}
