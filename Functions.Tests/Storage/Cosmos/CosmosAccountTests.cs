using Microsoft.Azure.Cosmos;
using News.Functions.Storage.Cosmos;
using Xunit;

namespace News.Functions.Tests.Storage.Cosmos;

/// <summary>The container and the client are as designed.</summary>
public class CosmosAccountTests
{
    [Fact]
    public void Container_has_a_long_partition_key_no_life_of_its_own_and_one_index()
    {
        var container = CosmosContainer.Define("documents");
        Assert.Equal(("/pk", -1), (container.PartitionKeyPath, container.DefaultTimeToLive));
        Assert.Equal(PartitionKeyDefinitionVersion.V2, container.PartitionKeyDefinitionVersion);
        Assert.Equal("/pk/?", Assert.Single(container.IndexingPolicy.IncludedPaths).Path);
        Assert.Equal("/*", Assert.Single(container.IndexingPolicy.ExcludedPaths).Path);
        var orders = container.IndexingPolicy.CompositeIndexes
            .Select(index => string.Join(',', index.Select(path => $"{path.Path} {path.Order}")));
        Assert.Equal(["/pk Ascending,/id Ascending", "/pk Descending,/id Descending"], orders);
    }

    [Fact]
    public void Requests_read_their_own_writes_and_wait_only_so_long()
    {
        var options = Options("https://example.org", null, gateway: false);
        Assert.Equal((ConnectionMode.Direct, ConsistencyLevel.Session), (options.ConnectionMode, options.ConsistencyLevel));
        Assert.False(options.EnableContentResponseOnWrite);
        Assert.Equal(9, options.MaxRetryAttemptsOnRateLimitedRequests);
        Assert.Equal(TimeSpan.FromSeconds(10), options.MaxRetryWaitTimeOnRateLimitedRequests);
        Assert.Equal(TimeSpan.FromSeconds(6), options.RequestTimeout);
        Assert.False(options.LimitToEndpoint);
    }

    [Theory]
    [InlineData("https://example.org", null, false)]
    [InlineData(null, "AccountEndpoint=http://127.0.0.1/;AccountKey=eA==;", true)]
    public void Gateway_stays_at_its_address_only_with_an_emulator(string? endpoint, string? connection, bool limited)
    {
        var options = Options(endpoint, connection, gateway: true);
        Assert.Equal((ConnectionMode.Gateway, limited), (options.ConnectionMode, options.LimitToEndpoint));
    }

    [Theory]
    [InlineData("https://example.org", null)]
    [InlineData("", "AccountEndpoint=https://example.org/;AccountKey=eA==;")]
    public void Client_is_made_for_an_identity_or_a_connection_string(string? endpoint, string? connection)
    {
        using var account = new CosmosAccount(new(endpoint, connection, "news", "documents", Gateway: true));
        Assert.Equal(("news", "documents"), (account.Container.Database.Id, account.Container.Id));
    }

    private static CosmosClientOptions Options(string? endpoint, string? connection, bool gateway) =>
        CosmosAccount.Options(new(endpoint, connection, "news", "documents", gateway));
}
