using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using News.Domain.Drafts;
using News.Functions.Newsroom;
using News.Functions.Publishing;
using News.Functions.Storage;
using News.Functions.Storage.Stamps;
using News.Functions.Tests.Storage.Cosmos;

namespace News.Functions.Tests.Storage.Cost;

/// <summary>The app's functions as registered, over a store that counts; called as a host calls them.</summary>
public sealed class CountedSite : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly IDocumentStore _engine;
    private readonly TimeProvider _time;
    private readonly ChargeLog? _charges;

    /// <param name="engine">Where everything is kept; nobody else may write there.</param>
    /// <param name="time">The clock.</param>
    /// <param name="charges">What the engine itself says its calls cost.</param>
    public CountedSite(IDocumentStore engine, TimeProvider time, ChargeLog? charges = null)
    {
        (_engine, _time, _charges) = (engine, time, charges);
        Store = new(engine);
        var settings = new ConfigurationBuilder();
        Settings.AddDefaults(settings);
        _services = new ServiceCollection().AddLogging().AddNews(settings.Build())
            .AddSingleton(time)
            .AddSingleton<IDocumentStore>(provider => new WatchedStore(
                Store, provider.GetRequiredService<ChangeCounters>(), provider.GetRequiredService<Recorder>()))
            .BuildServiceProvider();
    }

    /// <summary>What counts.</summary>
    public CountedStore Store { get; }

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>The same site as a process that has just started sees it.</summary>
    public CountedSite Fresh() => new(_engine, _time, _charges);

    /// <summary>A function, or what it stands on.</summary>
    public T Get<T>() => ActivatorUtilities.GetServiceOrCreateInstance<T>(_services);

    /// <summary>A deed and its calls; what was called before is not counted.</summary>
    public async Task<Deed> Count(string name, Func<Task> deed)
    {
        Store.Take();
        _charges?.Take();
        await deed();
        return new(name, Store.Take(), _charges?.Take());
    }

    /// <summary>PUT of an article; version 0 creates it.</summary>
    public Task Put(string slug, ArticleDraft draft, int version)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(draft, NewsJson.Wire.ArticleDraft);
        return Get<PutArticle>().Run(Request(body, version), slug, Ct);
    }

    /// <summary>Publishes an article now, with a correction, or when the body says.</summary>
    public Task Publish(string slug, int version, string body = "{}") =>
        Get<PublishArticle>().Run(Request(Encoding.UTF8.GetBytes(body), version), slug, Ct);

    /// <summary>A request of an editor who has seen this version.</summary>
    public static HttpRequest Request(ReadOnlyMemory<byte> body = default, int version = 0)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(body.ToArray());
        if (version == 0)
            request.Headers.IfNoneMatch = "*";
        else
            request.Headers.IfMatch = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
        return request;
    }
}
