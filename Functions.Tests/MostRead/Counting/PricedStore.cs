using News.Functions.Storage;

namespace News.Functions.Tests.MostRead.Counting;

/// <summary>
/// A store that adds up what its calls would cost on Cosmos DB, by the prices Microsoft names for documents without further indexes: a
/// point read is 1 request unit for 1 kB and 10 for 100 kB, a write 5 and 50. A query is at least 3, and what it gives costs no less than
/// reading it.
/// </summary>
public sealed class PricedStore(IDocumentStore inner) : IDocumentStore
{
    private const double Kilobyte = 1_000;
    private const double ReadEach = 9.0 / 99;
    private const double WriteEach = 45.0 / 99;
    private const double Query = 3;

    private readonly Lock _lock = new();
    private double _units;

    /// <summary>Request units since the last time.</summary>
    public double Take()
    {
        lock (_lock)
        {
            var units = _units;
            _units = 0;
            return units;
        }
    }

    public async ValueTask<Document?> Read(string pk, string id, CancellationToken ct)
    {
        var document = await inner.Read(pk, id, ct);
        Pay(1 + (ReadEach * Above(document?.Body.Length ?? 0)));
        return document;
    }

    public async ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct)
    {
        var page = await inner.Page(pk, range, ct);
        Pay(Query + (ReadEach * page.Items.Sum(item => item.Body.Length / Kilobyte)));
        return page;
    }

    public async ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        Pay(changes.Sum(change => 5 + (WriteEach * Above(change.Body?.Length ?? 0))));
        return await inner.Commit(pk, changes, ct);
    }

    private static double Above(int bytes) => Math.Max(0, (bytes / Kilobyte) - 1);

    private void Pay(double units)
    {
        lock (_lock)
            _units += units;
    }
}
