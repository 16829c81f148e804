using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using News.Functions.LocalHost;
using News.Functions.Reading.Cache;
using News.Functions.Storage;
using News.Functions.Storage.Faults;
using News.Functions.Storage.Sqlite;
using News.Functions.Storage.Stamps;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;

namespace News.Functions.Tests.EndToEnd.Faults;

/// <summary>The local host over a store and a storage account that can be taken away; what is kept ready ages as where others write too.</summary>
/// <param name="blobs">The storage account's connection string; null for none.</param>
public sealed class OutageSite(string? blobs = null) : RunningSite
{
    private const long CacheBytes = 50_000_000;
    private static readonly TimeSpan _age = TimeSpan.FromMilliseconds(200);

    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;

    /// <summary>The store, to break.</summary>
    public SwitchableStore Store => _app!.Services.GetRequiredService<SwitchableStore>();

    /// <inheritdoc/>
    public override async Task Start()
    {
        string[] account = blobs is null ? [] : [$"--{Settings.BlobConnection}={blobs}"];
        _app = LocalSite.Build(["--port", "0", "--data", _folder.File("data"), .. account], builder =>
        {
            Settings.AddDefaults(builder.Configuration);
            builder.Services.AddNews(builder.Configuration);
            builder.Services.AddSingleton(new CacheOptions(CacheBytes, _age));
            builder.Services.AddSingleton(services => new SwitchableStore(services.GetRequiredService<SqliteDocumentStore>()));
            builder.Services.AddSingleton<IDocumentStore>(services => new WatchedStore(
                new PatientStore(services.GetRequiredService<SwitchableStore>(), services.GetRequiredService<Patience>()),
                services.GetRequiredService<ChangeCounters>(),
                services.GetRequiredService<Recorder>()));
        });
        await _app.StartAsync();
        var premises = _app.Services.GetRequiredService<Premises>();
        Key = premises.Key.Text;
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(premises.Door.Url) };
    }

    /// <inheritdoc/>
    public override Task<string> BlobConnection() => Task.FromResult(blobs!);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _folder.Dispose();
    }
}
