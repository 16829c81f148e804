using System.Text.Json.Nodes;
using Microsoft.Azure.Cosmos;
using News.Functions.Media.Uploads;
using News.Functions.Storage.Blobs;
using News.Functions.Storage.Cosmos;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Infra;

/// <summary>What code and infrastructure both name, they name alike.</summary>
public class NamesTests
{
    /// <summary>Settings that mean nothing on Azure, or whose default is right there.</summary>
    private static readonly string[] _notOnAzure =
    [
        Settings.DataFolder, // articles are in Cosmos DB
        Settings.CosmosConnection, // by identity
        Settings.CosmosGateway, // direct
        Settings.BlobConnection, // by identity
        Settings.BlobUploadUrl, // editors reach the account itself
        Settings.SampleEmpty, // one machine only
        Settings.HttpTrustedProxies, // Front Door says who calls
        Settings.PicturesThreads, // as many as there are processors
        Settings.VideosThreads, // the same
    ];

    /// <summary>What the Functions host and the libraries read.</summary>
    private static readonly string[] _platform =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING", "AZURE_CLIENT_ID", "AzureWebJobsSecretStorageKeyVaultClientId",
        "AzureWebJobsSecretStorageKeyVaultUri", "AzureWebJobsSecretStorageType", "AzureWebJobsStorage__clientId", "AzureWebJobsStorage__credential",
        "FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_WORKER_RUNTIME",
    ];

    [Theory]
    [InlineData("small")]
    [InlineData("large")]
    public async Task Every_setting_of_the_code_is_set_and_nothing_else(string size)
    {
        var expected = Settings.All.Select(setting => setting.Key).Except(_notOnAzure).Select(key => key.Replace(":", "__", StringComparison.Ordinal)).Concat(_platform);
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await Plan.Of(size)).AppSettings().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_small_site_has_the_defaults_of_the_code()
    {
        var set = (await Plan.Of("small")).AppSettings();
        Assert.All(
            Settings.All.Where(setting => setting.Default.Length > 0 && !_notOnAzure.Contains(setting.Key) && setting.Key != Settings.SiteBaseUrl),
            setting => Assert.Equal(setting.Default, set[setting.Key.Replace(":", "__", StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData("small")]
    [InlineData("large")]
    public async Task Schedules_are_those_of_the_code(string size)
    {
        var set = (await Plan.Of(size)).AppSettings();
        Assert.All(
            Settings.All.Where(setting => setting.Key.EndsWith(":Schedule", StringComparison.Ordinal)),
            setting => Assert.Equal(setting.Default, set[setting.Key.Replace(":", "__", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task Containers_are_those_of_the_code() => Assert.Equal(
        BlobContainers.All,
        (await Plan.Of("small")).All("Microsoft.Storage/storageAccounts/blobServices/containers").Select(container => container.Text("name").Split('/')[^1]));

    [Theory]
    [InlineData("small")]
    [InlineData("large")]
    public async Task Documents_are_kept_and_found_as_the_code_defines(string size)
    {
        var resource = (await Plan.Of(size)).One("Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers")["properties"]!["resource"]!;
        var code = CosmosContainer.Define(resource.Text("id"));
        Assert.Equal(Settings.All.Single(setting => setting.Key == Settings.CosmosContainer).Default, code.Id);
        Assert.Equal([code.PartitionKeyPath], resource["partitionKey"]!["paths"]!.AsArray().Select(path => (string)path!));
        Assert.Equal(code.PartitionKeyDefinitionVersion, (PartitionKeyDefinitionVersion)(int)resource["partitionKey"]!["version"]!);
        Assert.Equal(code.DefaultTimeToLive, (int)resource["defaultTtl"]!);
        var policy = resource["indexingPolicy"]!;
        Assert.Equal(code.IndexingPolicy.IncludedPaths.Select(path => path.Path), policy["includedPaths"]!.AsArray().Select(path => path!.Text("path")));
        Assert.Equal(code.IndexingPolicy.ExcludedPaths.Select(path => path.Path), policy["excludedPaths"]!.AsArray().Select(path => path!.Text("path")));
        Assert.Equal(
            code.IndexingPolicy.CompositeIndexes.Select(index => string.Join(',', index.Select(path => $"{path.Path} {path.Order}".ToLowerInvariant()))),
            policy["compositeIndexes"]!.AsArray().Select(index => string.Join(',', index!.AsArray().Select(path => $"{path!.Text("path")} {path!.Text("order")}"))));
        Assert.Equal("Continuous", (await Plan.Of(size)).One("Microsoft.DocumentDB/databaseAccounts")["properties"]!["backupPolicy"]!.Text("type"));
    }

    [Fact]
    public void A_film_has_two_hours()
    {
        var host = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "host.json")))!;
        Assert.Equal("02:00:00", host.Text("functionTimeout"));
        Assert.Equal("", host["extensions"]!["http"]!.Text("routePrefix"));
    }

    [Theory]
    [InlineData("small", 1)]
    [InlineData("large", 2)]
    public async Task One_instance_always_runs_for_the_timers(string size, int least) =>
        Assert.Equal(least, (int)(await Plan.Of(size)).One("Microsoft.App/containerApps")["properties"]!["template"]!["scale"]!["minReplicas"]!);

    [Fact]
    public async Task Events_of_uploads_go_to_the_blob_function()
    {
        var subscription = await File.ReadAllTextAsync(Path.Combine(Bicep.Folder, "modules", "subscription.bicep"));
        Assert.Contains($"functionName=Host.Functions.{nameof(ProcessUpload)}&", subscription, StringComparison.Ordinal);
        Assert.Contains($"/containers/{BlobContainers.Uploads}/'", subscription, StringComparison.Ordinal);
        Assert.Contains("includedEventTypes: ['Microsoft.Storage.BlobCreated']", subscription, StringComparison.Ordinal);
    }
}
