using System.Collections.Concurrent;
using System.Diagnostics;

namespace News.Functions.Tests.Telemetry;

/// <summary>The spans of one trace; other tests' are left out.</summary>
public sealed class SpansOf : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;
    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();

    public SpansOf()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name == Spans.SourceName,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Whoever called the function.</summary>
    public ActivitySpanId Caller { get; } = ActivitySpanId.CreateRandom();

    /// <summary>Those that have ended, in that order.</summary>
    public IReadOnlyList<Activity> Ended => [.. _ended];

    /// <summary>A function within that trace.</summary>
    public Activity? Function(string name) => Spans.OfRequest(name, ActivityKind.Server, $"00-{_trace}-{Caller}-01");

    public void Dispose() => _listener.Dispose();

    private void Keep(Activity span)
    {
        if (span.TraceId == _trace)
            _ended.Enqueue(span);
    }
}
