using News.Functions.Storage;
using News.Functions.Tests.Storage;

namespace News.Functions.Tests.MostRead.Simulation;

/// <summary>A store whose client's process ends with a share of its commits, before or after they are made.</summary>
public sealed class CrashingStore(IDocumentStore inner, double rate, int seed) : IDocumentStore
{
    private readonly Random _random = new(seed);
    private int _crashes;

    /// <summary>How often it has happened.</summary>
    public int Crashes => _crashes;

    public ValueTask<Document?> Read(string pk, string id, CancellationToken ct) => inner.Read(pk, id, ct);

    public ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct) => inner.Page(pk, range, ct);

    public async ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        var (crashes, isBefore) = Draw();
        if (crashes && isBefore)
            throw new CrashException();
        var result = await inner.Commit(pk, changes, ct);
        return crashes ? throw new CrashException() : result;
    }

    private (bool Crashes, bool IsBefore) Draw()
    {
        lock (_random)
        {
            var crashes = _random.NextDouble() < rate;
            _crashes += crashes ? 1 : 0;
            return (crashes, _random.Next(2) == 0);
        }
    }
}
