using News.Functions.Storage.Cosmos;
using News.Functions.Tests.Storage.Cosmos;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Sites;

/// <summary>
/// The worker process over the account that COSMOS_CONNECTION names, in a container of its own: the process makes it when it starts, and
/// it is removed afterwards.
/// </summary>
public sealed class CosmosWorkerSite : WorkerSiteProcess
{
    private readonly CosmosSettings _settings = LiveCosmos.Settings with { Container = $"site-{Guid.NewGuid():N}" };
    private bool _started;

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string> Store => new Dictionary<string, string>
    {
        ["Cosmos__Connection"] = _settings.Connection!,
        ["Cosmos__Gateway"] = $"{_settings.Gateway}",
        ["Cosmos__Database"] = _settings.Database,
        ["Cosmos__Container"] = _settings.Container,
    };

    /// <inheritdoc/>
    public override Task Start()
    {
        Assert.SkipWhen(LiveCosmos.Connection is null, LiveCosmos.Missing);
        _started = true;
        return base.Start();
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!_started)
            return;
        using var account = new CosmosAccount(_settings);
        using var removed = await account.Container.DeleteContainerStreamAsync();
    }
}
