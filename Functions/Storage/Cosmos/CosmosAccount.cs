using Azure.Identity;
using Microsoft.Azure.Cosmos;

namespace News.Functions.Storage.Cosmos;

/// <summary>The one client of the process, and its container.</summary>
public sealed class CosmosAccount(CosmosSettings settings) : IDisposable
{
    private const int ThrottledRetries = 9;
    private static readonly TimeSpan _throttledPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _requestTimeout = TimeSpan.FromSeconds(6);

    private readonly CosmosClient _client = Connect(settings);

    public Container Container => _client.GetContainer(settings.Database, settings.Container);

    /// <summary>
    /// With a connection string the database and container are made where they are missing; an identity has no right to, and Bicep has
    /// made them.
    /// </summary>
    public async Task CreateMissing(CancellationToken ct)
    {
        if (!settings.HasConnection)
            return;
        var database = await _client.CreateDatabaseIfNotExistsAsync(settings.Database, cancellationToken: ct);
        await database.Database.CreateContainerIfNotExistsAsync(CosmosContainer.Define(settings.Container), cancellationToken: ct);
    }

    /// <summary>Opens connections before the first request needs them, by a read that costs one request unit.</summary>
    public async Task WarmUp(CancellationToken ct)
    {
        using var response = await Container.ReadItemStreamAsync("warm-up", new PartitionKey("warm-up"), cancellationToken: ct);
    }

    public void Dispose() => _client.Dispose();

    /// <summary>How every request is made.</summary>
    public static CosmosClientOptions Options(CosmosSettings settings) => new()
    {
        ApplicationName = "News",
        ConnectionMode = settings.Gateway ? ConnectionMode.Gateway : ConnectionMode.Direct,
        ConsistencyLevel = ConsistencyLevel.Session,
        EnableContentResponseOnWrite = false,
        // An emulator names addresses of its own that nobody outside it can reach; a real account's other regions must stay in reach.
        LimitToEndpoint = settings.Gateway && settings.HasConnection,
        RequestTimeout = _requestTimeout,
        MaxRetryAttemptsOnRateLimitedRequests = ThrottledRetries,
        MaxRetryWaitTimeOnRateLimitedRequests = _throttledPatience,
    };

    private static CosmosClient Connect(CosmosSettings settings) => settings.HasConnection
        ? new CosmosClient(settings.Connection, Options(settings))
        : new CosmosClient(settings.Endpoint, new DefaultAzureCredential(), Options(settings));
}
