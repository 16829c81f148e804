using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage.Sqlite;

/// <summary>
/// Read connections, as many as threads ever read at once. A read runs on the caller's thread:
/// it takes microseconds, less than handing it to another one.
/// </summary>
internal sealed class ReaderPool(SqliteStoreOptions options) : IDisposable
{
    private readonly ConcurrentBag<DocumentReader> _idle = [];
    private volatile bool _closed;

    /// <summary>Lets <paramref name="ask"/> use a connection of its own; the state spares hot callers a closure.</summary>
    public TAnswer Ask<TState, TAnswer>(TState state, Func<DocumentReader, TState, TAnswer> ask)
    {
        if (_closed)
            throw new StoreUnavailableException("The store is closed.");
        try
        {
            return AskOne(_idle.TryTake(out var reader) ? reader : new DocumentReader(options), state, ask);
        }
        catch (SqliteException failure)
        {
            throw new StoreUnavailableException("The database file cannot be read.", inner: failure);
        }
    }

    public void Dispose()
    {
        _closed = true;
        CloseIdle();
    }

    private TAnswer AskOne<TState, TAnswer>(DocumentReader reader, TState state, Func<DocumentReader, TState, TAnswer> ask)
    {
        try
        {
            return ask(reader, state);
        }
        finally
        {
            _idle.Add(reader);
            if (_closed)
                CloseIdle();
        }
    }

    private void CloseIdle()
    {
        while (_idle.TryTake(out var reader))
            reader.Dispose();
    }
}
