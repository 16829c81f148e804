using Microsoft.Extensions.Time.Testing;

namespace News.Functions.Tests.LocalHost;

/// <summary>A clock that a test moves, and that knows whether somebody waits for it.</summary>
internal sealed class WatchedTime() : FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 30, TimeSpan.Zero))
{
    private int _waits;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        Interlocked.Increment(ref _waits);
        return timer;
    }

    public Task UntilWaitedFor(int times = 1) => Visits.Until(() => Volatile.Read(ref _waits) >= times);

    /// <summary>Moves on, and comes back when what that set off waits again.</summary>
    public async Task Pass(TimeSpan span)
    {
        var before = Volatile.Read(ref _waits);
        Advance(span);
        await UntilWaitedFor(before + 1);
    }
}
