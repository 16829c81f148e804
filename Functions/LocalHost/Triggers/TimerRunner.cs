using System.Diagnostics;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace News.Functions.LocalHost.Triggers;

/// <summary>Runs each timer function on its schedule, never twice at once; ticks that pass while it runs are left out.</summary>
public sealed partial class TimerRunner(
    IReadOnlyList<TimerFunction> timers,
    IServiceScopeFactory scopes,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<TimerRunner> logger) : BackgroundService
{
    // Short, so that a changed clock or a laptop that slept is noticed soon.
    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host stops its services only after the last request; timers should end while those are drained.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        try
        {
            await Task.WhenAll(timers.Select(timer => Keep(timer, stopping.Token)));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The site stops.
        }
    }

    private async Task Keep(TimerFunction timer, CancellationToken ct)
    {
        if (timer.Schedule is null)
        {
            LogOff(timer.Entry.Name, timer.Entry.Schedule);
            return;
        }
        var last = time.GetUtcNow();
        if (timer.Entry.RunOnStartup) await Run(timer, last, ct);
        // Not from now alone: a clock that is a moment behind would give the same tick again.
        while (timer.TickAfter(Later(last, time.GetUtcNow())) is { } due)
        {
            await WaitUntil(due, ct);
            await Run(timer, due, ct);
            last = due;
        }
    }

    private async Task WaitUntil(DateTimeOffset due, CancellationToken ct)
    {
        while (due - time.GetUtcNow() is var left && left > TimeSpan.Zero)
            await Task.Delay(left < _longestWait ? left : _longestWait, time, ct);
    }

    private async Task Run(TimerFunction timer, DateTimeOffset due, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        using var span = Spans.OfRequest(timer.Entry.Name, ActivityKind.Consumer);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await Call(timer.Entry.Method, scope.ServiceProvider, Info(timer, due), ct);
        }
        catch (Exception fault) when (!(fault is OperationCanceledException && ct.IsCancellationRequested))
        {
            Spans.Failed(span, fault);
            LogFault(fault, timer.Entry.Name);
        }
    }

    private static async Task Call(MethodInfo method, IServiceProvider services, TimerInfo info, CancellationToken ct)
    {
        var target = method.IsStatic ? null : ActivatorUtilities.CreateInstance(services, method.DeclaringType!);
        object[] arguments = [.. method.GetParameters().Select(parameter => Argument(parameter, info, ct))];
        if (method.Invoke(target, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null) is Task task) await task;
    }

    private static object Argument(ParameterInfo parameter, TimerInfo info, CancellationToken ct) =>
        parameter.ParameterType == typeof(TimerInfo) ? info : ct;

    private static TimerInfo Info(TimerFunction timer, DateTimeOffset due) => new()
    {
        ScheduleStatus = new ScheduleStatus
        {
            Last = due.UtcDateTime,
            Next = timer.TickAfter(due)?.UtcDateTime ?? default,
            LastUpdated = due.UtcDateTime,
        },
    };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    [LoggerMessage(LogLevel.Information, "Timer {Function} is off: its schedule {Schedule} is not set")]
    private partial void LogOff(string function, string? schedule);

    [LoggerMessage(LogLevel.Error, "Timer {Function} failed; its next tick runs")]
    private partial void LogFault(Exception fault, string function);
}
