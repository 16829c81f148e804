namespace News.Functions.Media.Videos;

/// <summary>
/// One video is made at a time, for one keeps all processors busy and takes the disk of one. A few wait for it; the others are left
/// where they lie, so that pictures always find somebody who takes them.
/// </summary>
public sealed class VideoTurn : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private int _waiting;

    /// <summary>Waits until it is this video's turn, which it is until the answer is disposed of.</summary>
    /// <param name="patient">False to go away rather than wait.</param>
    /// <returns>Null when it has to come again later.</returns>
    public async Task<IDisposable?> Take(bool patient, CancellationToken ct)
    {
        if (_turn.Wait(0, ct))
            return new Release(_turn);
        if (!patient)
            return null;
        try
        {
            if (Interlocked.Increment(ref _waiting) > VideoLimits.Waiting)
                return null;
            await _turn.WaitAsync(ct);
            return new Release(_turn);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private sealed class Release(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
