using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Moq;
using News.Functions.LocalHost.Triggers;
using Xunit;

namespace News.Functions.Tests.LocalHost;

/// <summary>Timers on a clock that the test moves.</summary>
public sealed class TimerRunnerTests : IAsyncDisposable
{
    private readonly WatchedTime _time = new();
    private readonly Visits _visits = new();
    private readonly LogLines _log = new();
    private readonly SemaphoreSlim _gate = new(0);
    private readonly CancellationTokenSource _siteStops = new();
    private readonly List<TimerRunner> _runners = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var runner in _runners)
        {
            await runner.StopAsync(CancellationToken.None);
            runner.Dispose();
        }
        _gate.Dispose();
        _siteStops.Dispose();
    }

    [Fact]
    public async Task A_setting_gives_the_schedule_in_seconds()
    {
        await Start<TimerToys.Tick>("*/20 * * * * *");
        await _time.UntilWaitedFor();
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.Empty(_visits.Notes);
        await _time.Pass(TimeSpan.FromSeconds(1));
        await _time.Pass(TimeSpan.FromSeconds(20));
        Assert.Equal(["12:00:40 next 12:01:00", "12:01:00 next 12:01:20"], _visits.Notes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_timer_without_its_setting_is_off_and_says_so(string? schedule)
    {
        var runner = await Start<TimerToys.Tick>(schedule);
        await runner.ExecuteTask!;
        Assert.Equal("Information: Timer Tick is off: its schedule %Toys:Schedule% is not set", Assert.Single(_log.All));
    }

    [Fact]
    public void A_wrong_schedule_is_refused() => Assert.StartsWith(
        "The function Tick has the schedule 'soon', which is not six NCRONTAB fields:",
        Assert.Throws<StartRefusedException>(() => Timer<TimerToys.Tick>("soon")).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task Ticks_that_pass_during_a_run_are_left_out()
    {
        await Start<TimerToys.Slow>();
        await _time.UntilWaitedFor();
        _time.Advance(TimeSpan.FromSeconds(1));
        await _visits.Until(1);
        for (var i = 0; i < 5; i++) _time.Advance(TimeSpan.FromSeconds(1));
        _gate.Release();
        await _time.UntilWaitedFor(2);
        Assert.Equal(["start", "end"], _visits.Notes);
        _time.Advance(TimeSpan.FromSeconds(1));
        await _visits.Until(3);
        Assert.Equal(["start", "end", "start"], _visits.Notes);
    }

    [Fact]
    public async Task A_failure_is_logged_and_the_next_tick_runs()
    {
        await Start<TimerToys.Failing>();
        await _time.UntilWaitedFor();
        await _time.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal(["ran", "ran"], _visits.Notes);
        Assert.Equal(2, _log.Errors.Count());
    }

    [Fact]
    public async Task A_run_is_cancelled_as_soon_as_the_site_stops()
    {
        var runner = await Start<TimerToys.Slow>();
        await _time.UntilWaitedFor();
        _time.Advance(TimeSpan.FromSeconds(1));
        await _visits.Until(1);
        await _siteStops.CancelAsync();
        await runner.ExecuteTask!;
        Assert.Equal(["start"], _visits.Notes);
        Assert.Empty(_log.Errors);
    }

    [Fact]
    public async Task A_tick_far_away_is_waited_for()
    {
        await Start<TimerToys.Tick>("0 0 13 * * *");
        await _time.UntilWaitedFor();
        await _time.Pass(TimeSpan.FromMinutes(59));
        Assert.Empty(_visits.Notes);
        await _time.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal(["13:00:00 next 13:00:00"], _visits.Notes);
    }

    private static TimerFunction Timer<T>(string? schedule)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Toys:Schedule"] = schedule });
        return TimerFunction.Of(FunctionTable.Of([typeof(T)]).Timers.Single(), settings.Build());
    }

    private async Task<TimerRunner> Start<T>(string? schedule = null)
    {
        var services = new ServiceCollection().AddSingleton(_visits).AddSingleton(_gate).AddSingleton<TimeProvider>(_time);
        var scopes = services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>();
        var lifetime = Mock.Of<IHostApplicationLifetime>(it => it.ApplicationStopping == _siteStops.Token);
        var logger = new LoggerFactory([_log]).CreateLogger<TimerRunner>();
        var runner = new TimerRunner([Timer<T>(schedule)], scopes, lifetime, _time, logger);
        _runners.Add(runner);
        await runner.StartAsync(CancellationToken.None);
        return runner;
    }
}
