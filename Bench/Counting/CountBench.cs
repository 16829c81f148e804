using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using News.Bench.Report;
using News.Functions;
using News.Functions.MostRead.Counting;
using News.Functions.Storage;

namespace News.Bench.Counting;

/// <summary>What the timer takes on a site with a million views a day, over SQLite, in this process.</summary>
/// <param name="folder">For the store.</param>
public sealed class CountBench(string folder)
{
    public const string Name = "count";

    private const int BatchesAMinute = 7;
    private const int HourMinutes = 60;
    private const int DayMinutes = 24 * HourMinutes;

    /// <summary>Through the end of the day and of an hour after it.</summary>
    private const int Measured = 70;

    private readonly BenchClock _clock = new(new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero));

    /// <summary>A day of views, then the runs that are measured.</summary>
    public async Task<CountingCost> Run(CancellationToken ct)
    {
        Progress.Tell("Counting a day's readers ...");
        await using var app = App();
        var site = new ReadSite(app.GetRequiredService<IDocumentStore>(), _clock);
        var count = app.GetRequiredService<Recount>();
        await site.Publish(ct);
        for (var minute = 0; minute < DayMinutes - 1; minute++)
        {
            await site.Minute(BatchesAMinute, ct);
            if (minute % HourMinutes == 0)
                await count.Run(ct);
        }

        List<double> seconds = [];
        for (var run = 0; run < Measured; run++)
        {
            await site.Minute(BatchesAMinute, ct);
            var before = Environment.CpuUsage.TotalTime;
            await count.Run(ct);
            seconds.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        return new(Median.Of(seconds), seconds.Max(), site.Bytes * 1e6 / site.Views);
    }

    private ServiceProvider App()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(Settings.DataFolder, (string?)folder)]);
        Settings.AddDefaults(settings);
        return new ServiceCollection().AddLogging().AddNews(settings.Build()).AddSingleton<TimeProvider>(_clock).BuildServiceProvider();
    }
}
