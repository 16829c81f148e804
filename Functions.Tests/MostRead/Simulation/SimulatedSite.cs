using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using News.Domain.MostRead;
using News.Functions.Storage.Faults;
using News.Functions.Tests.MostRead.Counting;
using News.Functions.Tests.Storage;
using News.Functions.Tests.Support;

namespace News.Functions.Tests.MostRead.Simulation;

/// <summary>
/// A site under readers: 20 instances with wrong clocks over a store that fails, crashing now and then; readers whose views are not
/// acknowledged come back elsewhere; a timer on two processes that fail, end and sometimes run at once. Time goes as it is told.
/// </summary>
public sealed class SimulatedSite
{
    private const int Instances = 20;
    private const int ReadersAtAnAddress = 2;
    private const double Faults = 0.02;
    private const double Crashes = 0.002;
    private const double BothTimers = 0.05;

    private readonly FakeTimeProvider _world = new(new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero));
    private readonly Random _random = new(11);
    private readonly List<SimulatedInstance> _instances = [];
    private readonly List<CrashingStore> _stores = [];
    private readonly CountingProcess?[] _timers = new CountingProcess?[2];
    private int _resent;

    public SimulatedSite()
    {
        Store = new(_world);
        Readership = new(seed: 5, _world.GetUtcNow());
        var settings = new ConfigurationBuilder();
        Settings.AddDefaults(settings);
        for (var i = 0; i < Instances; i++)
            _instances.Add(new(Failing(i), Clock(), settings.Build()));
    }

    public MemoryStore Store { get; }

    public Readership Readership { get; }

    public ExactCount Exact { get; } = new();

    /// <summary>How many processes have ended without being asked to.</summary>
    public int Crashed => _stores.Sum(store => store.Crashes);

    /// <summary>How many views were sent more than once.</summary>
    public int Resent => _resent;

    public DateTimeOffset Now => _world.GetUtcNow();

    /// <summary>Lets readers see the articles.</summary>
    public async Task Publish()
    {
        for (var article = 0; article < Readership.Articles; article++)
            await Store.Publish(Readership.IdOf(article), $"muc-{article % 10}");
    }

    /// <summary>A span in which so many views come, minute by minute; each is sent until it is acknowledged.</summary>
    public async Task Read(TimeSpan span, int views)
    {
        var minutes = (int)span.TotalMinutes;
        for (var minute = 0; minute < minutes; minute++)
        {
            await Task.WhenAll(Enumerable.Range(0, (views * (minute + 1) / minutes) - (views * minute / minutes)).Select(_ => Open()).ToList());
            _world.Advance(TimeSpan.FromMinutes(1));
        }
    }

    /// <summary>The timer falls due.</summary>
    /// <returns>Whether a run went through.</returns>
    public async Task<bool> Count()
    {
        var both = _random.NextDouble() < BothTimers;
        var ran = await Task.WhenAll(Enumerable.Range(0, both ? 2 : 1).Select(Run));
        return ran[0];
    }

    /// <summary>A process that counts and never fails, to look at what the others have made.</summary>
    public CountingProcess Look() => new(Store, _world);

    private Task Open()
    {
        var (article, reader) = Readership.Draw(Hour.Of(Now));
        Exact.Add(Now, article, reader);
        return Send(article, reader);
    }

    private async Task Send(int article, int reader)
    {
        while (!await _instances[Random.Shared.Next(Instances)].Record(ReadArticles.SlugOf(Readership.IdOf(article)), reader / ReadersAtAnAddress, reader))
            Interlocked.Increment(ref _resent);
    }

    private async Task<bool> Run(int timer)
    {
        var process = _timers[timer] ??= new(new PatientStore(Failing(100 + timer), new(Clock())), Clock());
        try
        {
            await process.Run();
            return true;
        }
        catch (CrashException)
        {
            process.Dispose();
            _timers[timer] = null;
            return false;
        }
        catch (Exception fault) when (fault is StoreUnavailableException or CommitUnknownException)
        {
            return false;
        }
    }

    private FaultyStore Failing(int seed)
    {
        var crashing = new CrashingStore(Store, Crashes, seed);
        _stores.Add(crashing);
        return new(crashing, Faults, seed);
    }

    /// <summary>Up to two minutes before or behind.</summary>
    private SimulatedClock Clock() => new(_world, TimeSpan.FromSeconds(_random.Next(-120, 121)));
}
