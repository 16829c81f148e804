using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace News.Functions.Storage.Cosmos;

/// <summary>
/// Opens connections to Cosmos DB before the first request. A store that is out of reach just then does not keep the app down.
/// </summary>
public sealed partial class CosmosWarmUp(CosmosAccount account, ILogger<CosmosWarmUp> logger) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await account.CreateMissing(cancellationToken);
        try
        {
            await account.WarmUp(cancellationToken);
        }
        catch (Exception fault) when (CosmosAnswer.Of(fault, cancellationToken) is not null)
        {
            LogCold(fault);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cosmos DB is out of reach; the first requests will wait for it")]
    private partial void LogCold(Exception fault);
}
