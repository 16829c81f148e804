namespace News.Functions.Tests.MostRead.Simulation;

/// <summary>An instance's clock, which is wrong by some time; and pauses between tries, which a simulation has no time for.</summary>
public sealed class SimulatedClock(TimeProvider world, TimeSpan wrongBy) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => world.GetUtcNow() + wrongBy;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, TimeSpan.Zero, period);
}
