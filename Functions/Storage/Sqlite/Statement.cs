using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace News.Functions.Storage.Sqlite;

/// <summary>A prepared statement, called without the layers of ADO.NET, which cost more than the point read itself.</summary>
internal sealed class Statement(sqlite3 db, sqlite3_stmt handle) : IDisposable
{
    /// <summary>Binds a key part or a bound; the port allows only ASCII there.</summary>
    public Statement Bind(int index, string key)
    {
        Span<byte> bytes = stackalloc byte[StoreLimits.KeyLength];
        Check(raw.sqlite3_bind_text(handle, index, bytes[..Encoding.ASCII.GetBytes(key, bytes)]));
        return this;
    }

    /// <summary>Binds a number, or NULL.</summary>
    public Statement Bind(int index, long? number)
    {
        Check(number is { } value ? raw.sqlite3_bind_int64(handle, index, value) : raw.sqlite3_bind_null(handle, index));
        return this;
    }

    /// <summary>Binds a body; SQLite copies it.</summary>
    public Statement Bind(int index, ReadOnlySpan<byte> body)
    {
        Check(body.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, index, 0) : raw.sqlite3_bind_blob(handle, index, body));
        return this;
    }

    /// <summary>Moves to the next row, if there is one.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        Check(code);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Runs to the end what answers no rows, and makes it ready for the next time.</summary>
    public void Run()
    {
        try
        {
            Step();
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Ends the read, and lets go of the copied parameters.</summary>
    public void Reset()
    {
        // Reset repeats the error of the last step, which has been thrown by then.
        _ = raw.sqlite3_reset(handle);
        _ = raw.sqlite3_clear_bindings(handle);
    }

    /// <summary>A column of the current row as a number.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    /// <summary>A column of the current row as a key.</summary>
    public string Key(int column) => Encoding.ASCII.GetString(raw.sqlite3_column_blob(handle, column));

    /// <summary>A column of the current row as a body; valid until the next step.</summary>
    public ReadOnlySpan<byte> Body(int column) => raw.sqlite3_column_blob(handle, column);

    public void Dispose() => handle.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, db);
}
