namespace News.Functions.Storage.Faults;

/// <summary>Tries a few times what may be repeated without harm: reads, and writes that say the same whoever writes them.</summary>
public sealed class Patience(TimeProvider time)
{
    private const int Attempts = 6;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// A call that failed this late is not made again. An engine's own client has then waited already (Cosmos DB's for 10 s when it is
    /// throttled), and six such waits would be a minute of somebody's time and more load on a store that asks for less.
    /// </summary>
    private static readonly TimeSpan _enough = TimeSpan.FromSeconds(2);

    /// <summary>The call's answer; the pauses between tries double.</summary>
    /// <exception cref="StoreUnavailableException">The last try failed too, or <see cref="CommitUnknownException"/> likewise.</exception>
    public async ValueTask<T> Try<T>(Func<ValueTask<T>> call, CancellationToken ct)
    {
        var start = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (Exception fault) when (attempt < Attempts && IsPassing(fault) && time.GetElapsedTime(start) < _enough)
            {
                await Task.Delay(_pause * (1 << attempt), time, ct);
            }
        }
    }

    private static bool IsPassing(Exception fault) => fault is StoreUnavailableException or CommitUnknownException;
}
