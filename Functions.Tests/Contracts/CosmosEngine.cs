using Microsoft.Extensions.Logging.Abstractions;
using News.Functions.Storage;
using News.Functions.Storage.Cosmos;
using News.Functions.Tests.Storage.Cosmos;
using Xunit;

namespace News.Functions.Tests.Contracts;

/// <summary>The account that COSMOS_CONNECTION names. Its clock is its own, so time is really waited for.</summary>
public sealed class CosmosEngine : StoreEngine
{
    private CosmosAccount? _account;
    private RequestCharges? _charges;

    /// <inheritdoc/>
    public override bool KeepsSpelling => false;

    public override async ValueTask<IDocumentStore> Open()
    {
        Assert.SkipWhen(LiveCosmos.Connection is null, LiveCosmos.Missing);
        _account = new(LiveCosmos.Settings);
        await _account.CreateMissing(TestContext.Current.CancellationToken);
        _charges = new(new TestMeters(), NullLogger<RequestCharges>.Instance);
        return new CosmosDocumentStore(_account.Container, _charges);
    }

    // A second more, for time-to-live counts whole seconds of the service's clock.
    public override Task LetPass(TimeSpan time) => Task.Delay(time + TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);

    public override ValueTask DisposeAsync()
    {
        _account?.Dispose();
        _charges?.Dispose();
        return ValueTask.CompletedTask;
    }
}
