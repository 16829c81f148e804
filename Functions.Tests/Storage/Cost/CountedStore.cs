using News.Functions.Storage;

namespace News.Functions.Tests.Storage.Cosmos;

/// <summary>A store that counts the calls and bytes a deed takes, from which its cost on any engine follows.</summary>
public sealed class CountedStore(IDocumentStore inner) : IDocumentStore
{
    private readonly List<string> _calls = [];

    /// <summary>The calls since the last time.</summary>
    public string Take()
    {
        var text = string.Join("; ", _calls);
        _calls.Clear();
        return text;
    }

    public async ValueTask<Document?> Read(string pk, string id, CancellationToken ct)
    {
        var found = await inner.Read(pk, id, ct);
        _calls.Add($"read {Kind(pk)}/{Kind(id)} {found?.Body.Length ?? 0} B");
        return found;
    }

    public async ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        var result = await inner.Commit(pk, changes, ct);
        var what = changes.Select(change => $"{Kind(change.Id)} {(change.Body is { } body ? $"{body.Length} B" : "deleted")}");
        _calls.Add($"commit {Kind(pk)} [{string.Join(", ", what)}]");
        return result;
    }

    public async ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct)
    {
        var page = await inner.Page(pk, range, ct);
        _calls.Add($"page {Kind(pk)} {page.Items.Count} of {page.Items.Sum(item => item.Body.Length)} B");
        return page;
    }

    /// <summary>A key without what differs from article to article.</summary>
    private static string Kind(string key) => key.Length > 24 ? $"{key[..8]}…" : key;
}
