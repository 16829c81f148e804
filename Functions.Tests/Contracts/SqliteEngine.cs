using Microsoft.Extensions.Time.Testing;
using News.Functions.Storage;
using News.Functions.Storage.Sqlite;
using News.Functions.Tests.Support;

namespace News.Functions.Tests.Contracts;

/// <summary>A SQLite file of its own in the temporary folder.</summary>
public sealed class SqliteEngine : StoreEngine
{
    private readonly FakeTimeProvider _time = new();
    private readonly TemporaryFolder _folder = new();
    private SqliteDocumentStore? _store;

    public override ValueTask<IDocumentStore> Open()
    {
        _store = new(new SqliteStoreOptions(_folder.File("contract.db")), _time);
        return new(_store);
    }

    public override Task LetPass(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_store is not null)
            await _store.DisposeAsync();
        _folder.Dispose();
    }
}
