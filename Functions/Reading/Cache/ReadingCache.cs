using System.Collections.Concurrent;
using News.Functions.Storage.Faults;
using News.Functions.Storage.Stamps;

namespace News.Functions.Reading.Cache;

/// <summary>
/// Keeps what readers get, ready made, while nothing it was built from has been written: an edit shows at once to everyone this
/// process serves. One miss asks the store, however many wait for it. What is not there is not kept, so unknown names cannot fill it.
/// </summary>
public sealed class ReadingCache(CacheOptions options, ChangeCounters counters, Recorder recorder, TimeProvider time)
{
    private static readonly TimeSpan _loadTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _outagePause = TimeSpan.FromSeconds(1);

    private readonly Shelf _shelf = new(options.Bytes);
    private readonly ConcurrentDictionary<CacheKey, Flight> _flights = new();
    private long _failedAt;

    /// <summary>Bytes kept now.</summary>
    public long Bytes => _shelf.Bytes;

    /// <summary>The kept value, or what <paramref name="load"/> makes of <paramref name="state"/>; null where there is nothing.</summary>
    /// <param name="load">Its token is not the caller's: others may wait for the same.</param>
    /// <exception cref="StoreUnavailableException">The store cannot be asked, and nothing is kept that still holds.</exception>
    public ValueTask<T?> Get<TState, T>(
        CacheKey key, TState state, Func<TState, CancellationToken, ValueTask<T?>> load, CancellationToken ct)
        where T : class, IKept
    {
        if (options.Bytes == 0)
            return load(state, ct);
        return _shelf.Find(key) is { } entry && IsYoung(entry) && Holds(entry.Stamp, recorder.Current)
            ? new((T)entry.Value)
            : Load(key, state, load, ct);
    }

    private bool IsYoung(CacheEntry entry) => options.MaxAge is not { } age || time.GetElapsedTime(entry.Stamp.Since) < age || IsOut;

    /// <summary>Whether the store failed just now: asking it again for every reader would make them all wait.</summary>
    private bool IsOut => Volatile.Read(ref _failedAt) is not 0 and var at && time.GetElapsedTime(at) < _outagePause;

    private async ValueTask<T?> Load<TState, T>(
        CacheKey key, TState state, Func<TState, CancellationToken, ValueTask<T?>> load, CancellationToken ct)
        where T : class, IKept
    {
        var flight = Board(key, out var isMine);
        if (isMine)
            _ = Fly(key, flight, state, load);
        return (T?)await flight.Value.WaitAsync(ct);
    }

    /// <summary>The flight to wait for. One that has read what was written since must not be joined: the writer has its answer already.</summary>
    private Flight Board(CacheKey key, out bool isMine)
    {
        var mine = new Flight(new(time.GetTimestamp()));
        recorder.Current?.Include(mine.Recording);
        while (true)
        {
            var there = _flights.GetOrAdd(key, mine);
            isMine = there == mine;
            if (isMine || Holds(there.Recording, recorder.Current))
                return there;
            isMine = _flights.TryUpdate(key, mine, there);
            if (isMine)
                return mine;
        }
    }

    /// <summary>
    /// Whether a part holds, after the view it is for (if any) has noted it: who joined that view before may have started after a
    /// write that came between the first look and the note.
    /// </summary>
    private bool Holds(IStamp part, Recording? view)
    {
        if (!part.IsCurrent(counters))
            return false;
        view?.Include(part);
        return view is null || part.IsCurrent(counters);
    }

    private async Task Fly<TState, T>(CacheKey key, Flight flight, TState state, Func<TState, CancellationToken, ValueTask<T?>> load)
        where T : class, IKept
    {
        try
        {
            flight.Land(await Make(key, flight.Recording, state, load));
        }
        catch (Exception fault)
        {
            flight.Fail(fault);
        }
        finally
        {
            _flights.TryRemove(new(key, flight));
        }
    }

    private async ValueTask<IKept?> Make<TState, T>(
        CacheKey key, Recording recording, TState state, Func<TState, CancellationToken, ValueTask<T?>> load)
        where T : class, IKept
    {
        using var limit = new CancellationTokenSource(_loadTime, time);
        try
        {
            var value = await recorder.Note(recording, () => load(state, limit.Token));
            if (value is not null && recording.Close() is var stamp && stamp.IsCurrent(counters))
                _shelf.Put(key, new(value, stamp));
            return value;
        }
        catch (Exception fault) when (fault is StoreUnavailableException || limit.IsCancellationRequested)
        {
            Volatile.Write(ref _failedAt, time.GetTimestamp());
            return MakeDo(key, recording)
                ?? throw (fault as StoreUnavailableException ?? new StoreUnavailableException("The store took too long.", inner: fault));
        }
    }

    /// <summary>What is past its age but, as far as this process knows, still true.</summary>
    private IKept? MakeDo(CacheKey key, Recording recording) =>
        _shelf.Find(key) is { } old && Holds(old.Stamp, recording) ? old.Value : null;
}
