using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using News.Domain;
using News.Functions.Reading.Cache;
using News.Functions.Storage;
using News.Functions.Storage.Desk;
using News.Functions.Storage.Site;
using News.Functions.Storage.Stamps;
using News.Functions.Tests.Support;

namespace News.Functions.Tests.Reading;

/// <summary>The app's own parts over a store in memory whose calls are counted.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private int _published;

    public TestSite(Func<IDocumentStore, IDocumentStore>? between = null, long room = 96_000_000)
    {
        var builder = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", "unused")]);
        Settings.AddDefaults(builder);
        var memory = new MemoryStore(TimeProvider.System);
        Counted = new(between is null ? memory : between(memory));
        var services = new ServiceCollection().AddNews(builder.Build());
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton(new CacheOptions(room, null));
        services.AddSingleton<IDocumentStore>(provider => new WatchedStore(
            Counted, provider.GetRequiredService<ChangeCounters>(), provider.GetRequiredService<Recorder>()));
        _services = services.BuildServiceProvider();
    }

    public CallCount Counted { get; }

    public ArticleDesk Desk => Get<ArticleDesk>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A published article, a minute newer than the one before.</summary>
    public async Task Publish(string slug, string section = "moi-truong", string format = "news", string? topic = null, string byline = "Minh Hạ")
    {
        var draft = Sample.Draft(slug, section) with { Format = format, Topic = topic, Bylines = [byline], Tags = [] };
        await Desk.Save(slug, draft, new Precondition.Create(), "Lan", default);
        var at = DateTimeOffset.UnixEpoch.AddMinutes(Interlocked.Increment(ref _published));
        await Desk.Publish(slug, null, new Precondition.Exists(), "Lan", default, at);
    }

    public async Task Section(string slug) => await Get<SiteStore>().PutSection(new(slug, slug, 1, 0), new Precondition.Create(), default);

    /// <summary>How many calls of the store an action takes.</summary>
    public async Task<int> Cost(Func<ValueTask> action)
    {
        var before = Counted.Calls;
        await action();
        return Counted.Calls - before;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
