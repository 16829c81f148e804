using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace News.Functions.Storage.Sqlite;

/// <summary>One connection to the file; used by one thread at a time.</summary>
internal sealed class Database : IDisposable
{
    private static readonly TimeSpan _lockWait = TimeSpan.FromSeconds(5);

    private readonly sqlite3 _handle;
    private readonly List<Statement> _statements = [];

    static Database() => Batteries_V2.Init();

    private Database(SqliteStoreOptions options, int access)
    {
        var code = raw.sqlite3_open_v2(options.Path, out _handle, access | raw.SQLITE_OPEN_NOMUTEX, null);
        try
        {
            SqliteException.ThrowExceptionForRC(code, _handle);
            _ = raw.sqlite3_busy_timeout(_handle, (int)(options.LockWait ?? _lockWait).TotalMilliseconds);
            // Else each new bound is a reason to plan again, which costs more than most statements themselves.
            _ = raw.sqlite3_db_config(_handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        }
        catch
        {
            _handle.Dispose();
            throw;
        }
    }

    /// <summary>A connection for reading only.</summary>
    public static Database ForReading(SqliteStoreOptions options) => new(options, raw.SQLITE_OPEN_READONLY);

    /// <summary>A connection that may write, and makes the file when there is none.</summary>
    public static Database ForWriting(SqliteStoreOptions options) => new(options, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);

    /// <summary>Runs SQL that answers nothing.</summary>
    public void Run(string sql) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(_handle, sql), _handle);

    /// <summary>A statement that lives as long as the connection.</summary>
    public Statement Prepare(string sql)
    {
        var code = raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle);
        SqliteException.ThrowExceptionForRC(code, _handle);
        var statement = new Statement(_handle, handle);
        _statements.Add(statement);
        return statement;
    }

    /// <summary>Undoes the open transaction; a grave error may have done so already, which is as good.</summary>
    public void RollBack() => _ = raw.sqlite3_exec(_handle, "ROLLBACK");

    public void Dispose()
    {
        foreach (var statement in _statements)
            statement.Dispose();
        _handle.Dispose();
    }
}
