using Microsoft.Extensions.Hosting;

namespace News.Functions.Storage.Cosmos;

/// <summary>Opens connections to Cosmos DB before the first request.</summary>
public sealed class CosmosWarmUp(CosmosAccount account) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => account.WarmUp(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
