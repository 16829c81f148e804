using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using News.Functions.LocalHost;
using News.Functions.Storage;
using News.Functions.Storage.Faults;
using News.Functions.Storage.Media;
using News.Functions.Storage.Sqlite;
using News.Functions.Storage.Stamps;
using News.Functions.Tests.Storage;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Sites;

/// <summary>The local host over a store that fails one call in twenty, and a client that comes back when it is told to.</summary>
public sealed class FaultySite : RunningSite
{
    private const double Rate = 0.05;

    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;

    /// <inheritdoc/>
    public override async Task Start()
    {
        _app = LocalSite.Build(["--port", "0", "--data", _folder.File("data")], builder =>
        {
            Settings.AddDefaults(builder.Configuration);
            builder.Services.AddNews(builder.Configuration);
            builder.Services.AddSingleton(services => new FaultyStore(services.GetRequiredService<SqliteDocumentStore>(), Rate, seed: 5));
            builder.Services.AddSingleton<IDocumentStore>(services => new WatchedStore(
                new PatientStore(services.GetRequiredService<FaultyStore>(), services.GetRequiredService<Patience>()),
                services.GetRequiredService<ChangeCounters>(),
                services.GetRequiredService<Recorder>()));
        });
        await _app.StartAsync();
        var premises = _app.Services.GetRequiredService<Premises>();
        Key = premises.Key.Text;
        Client = new(new ComingBack()) { BaseAddress = new(premises.Door.Url) };
    }

    /// <inheritdoc/>
    public override Task<string> BlobConnection()
    {
        Assert.Skip("this site has no blob storage");
        return Task.FromResult("");
    }

    /// <inheritdoc/>
    protected override async Task<string> AddPicture()
    {
        await Ready();
        await _app!.Services.GetRequiredService<AssetStore>().Add(Sample.Picture(), null, default);
        return Sample.Asset;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_app is not null)
        {
            Assert.True(_app.Services.GetRequiredService<FaultyStore>().Faults > 0, "no fault happened");
            await _app.DisposeAsync();
        }

        _folder.Dispose();
    }

    /// <summary>Checks that each 503 is a clear one, and sends the request again.</summary>
    private sealed class ComingBack() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        private const int Tries = 20;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is not null)
                await request.Content.LoadIntoBufferAsync(cancellationToken);
            for (var left = Tries; ; left--)
            {
                var answer = await base.SendAsync(request, cancellationToken);
                if ((int)answer.StatusCode != 503 || left == 0)
                    return answer;
                await Problems.Refused(answer, 503, "unavailable");
                Assert.NotNull(answer.Headers.RetryAfter);
            }
        }
    }
}
