using Microsoft.Data.Sqlite;
using News.Functions.Storage.Sqlite;
using News.Functions.Tests.Support;

namespace News.Functions.Tests.Storage.Sqlite;

/// <summary>A database file seen from outside, as another process would.</summary>
public sealed class SqliteFile : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.File("store.db");

    public SqliteDocumentStore Open(int queuedCommits = 100, TimeSpan? lockWait = null, TimeProvider? time = null) =>
        new(new SqliteStoreOptions(Path, queuedCommits, lockWait ?? TimeSpan.FromMinutes(5)), time ?? TimeProvider.System);

    /// <summary>Runs SQL beside the store and answers its one value.</summary>
    public long Run(string sql)
    {
        using var connection = Connect();
        return Run(connection, sql);
    }

    /// <summary>Keeps every other writer waiting until disposed.</summary>
    public IDisposable Lock()
    {
        var connection = Connect();
        Run(connection, "BEGIN IMMEDIATE");
        return connection;
    }

    public void Dispose() => _folder.Dispose();

    private static long Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long value ? value : 0;
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }
}
