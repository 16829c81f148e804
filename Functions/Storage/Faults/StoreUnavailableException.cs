namespace News.Functions.Storage.Faults;

/// <summary>The store cannot serve now (full queue, throttled, out of reach); nothing was written. Try again later.</summary>
public sealed class StoreUnavailableException(string message, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>How long the store asks to be left alone; one second unless it said otherwise.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter ?? TimeSpan.FromSeconds(1);
}
