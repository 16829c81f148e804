using System.Text.Json.Nodes;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Infra;

/// <summary>What is deployed is closed unless it has to be open.</summary>
public class SecurityTests
{
    /// <summary>What can log; what cannot has nothing to say.</summary>
    private static readonly string[] _loggers =
    [
        "Microsoft.App/managedEnvironments", "Microsoft.Cdn/profiles", "Microsoft.ContainerRegistry/registries", "Microsoft.DocumentDB/databaseAccounts",
        "Microsoft.KeyVault/vaults", "Microsoft.OperationalInsights/workspaces", "Microsoft.Storage/storageAccounts/blobServices", "Microsoft.Storage/storageAccounts/queueServices",
    ];

    [Theory]
    [InlineData("small")]
    [InlineData("large")]
    public async Task No_container_but_media_is_public(string size)
    {
        var plan = await Plan.Of(size);
        var open = plan.All("Microsoft.Storage/storageAccounts/blobServices/containers").Where(container => container["properties"]!.Text("publicAccess") != "None");
        Assert.Equal(("media", "Blob"), Assert.Single(open.Select(container => (container.Text("name").Split('/')[^1], container["properties"]!.Text("publicAccess")))));
    }

    [Theory]
    [InlineData("small")]
    [InlineData("large")]
    public async Task Nobody_gets_in_by_a_shared_key_or_an_old_protocol(string size)
    {
        var plan = await Plan.Of(size);
        var storage = plan.One("Microsoft.Storage/storageAccounts")["properties"]!;
        Assert.False(storage.Flag("allowSharedKeyAccess"));
        Assert.True(storage.Flag("supportsHttpsTrafficOnly"));
        Assert.Equal("TLS1_2", storage.Text("minimumTlsVersion"));
        var cosmos = plan.One("Microsoft.DocumentDB/databaseAccounts")["properties"]!;
        Assert.True(cosmos.Flag("disableLocalAuth"));
        Assert.Equal("Tls12", cosmos.Text("minimalTlsVersion"));
        Assert.True(plan.One("Microsoft.Insights/components")["properties"]!.Flag("DisableLocalAuth"));
        Assert.True(plan.One("Microsoft.OperationalInsights/workspaces")["properties"]!["features"]!.Flag("disableLocalAuth"));
        Assert.False(plan.One("Microsoft.ContainerRegistry/registries")["properties"]!.Flag("adminUserEnabled"));
        Assert.True(plan.One("Microsoft.KeyVault/vaults")["properties"]!.Flag("enableRbacAuthorization"));
        Assert.True(plan.One("Microsoft.KeyVault/vaults")["properties"]!.Flag("enablePurgeProtection"));
        Assert.False(plan.One("Microsoft.App/containerApps")["properties"]!["configuration"]!["ingress"]!.Flag("allowInsecure"));
        Assert.All(plan.All("Microsoft.Cdn/profiles/afdEndpoints/routes"), route => Assert.Equal("HttpsOnly", route["properties"]!.Text("forwardingProtocol")));
    }

    [Theory]
    [InlineData("small")]
    [InlineData("large")]
    public async Task App_signs_in_by_its_identity_everywhere(string size)
    {
        var plan = await Plan.Of(size);
        var app = plan.One("Microsoft.App/containerApps");
        var identity = plan.One("Microsoft.ManagedIdentity/userAssignedIdentities").Text("id");
        Assert.Equal(identity, Assert.Single(app["identity"]!["userAssignedIdentities"]!.AsObject()).Key);
        Assert.All(app["properties"]!["configuration"]!["registries"]!.AsArray(), registry => Assert.Equal(identity, registry!.Text("identity")));
        Assert.All(app["properties"]!["configuration"]!["secrets"]!.AsArray(), secret => Assert.Equal((identity, true), (secret!.Text("identity"), secret!["keyVaultUrl"] is not null)));
        Assert.Equal("managedidentity", plan.AppSettings()["AzureWebJobsStorage__credential"]);
        var roles = plan.All("Microsoft.Authorization/roleAssignments").ToList();
        Assert.Equal(6, roles.Count);
        Assert.All(roles, role => Assert.Contains(identity, role["properties"]!.Text("principalId"), StringComparison.Ordinal));
        Assert.Contains(identity, plan.One("Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments")["properties"]!.Text("principalId"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("small")]
    [InlineData("large")]
    public async Task Everything_that_can_log_does(string size)
    {
        var plan = await Plan.Of(size);
        var watched = plan.All("Microsoft.Insights/diagnosticSettings").Select(setting => setting.Text("id").Split("/providers/Microsoft.Insights/diagnosticSettings/")[0]).ToHashSet();
        Assert.All(_loggers, type => Assert.All(plan.All(type), resource => Assert.Contains(resource.Text("id"), watched)));
        Assert.Equal(_loggers.Length, watched.Count);
    }

    [Theory]
    [InlineData("small")]
    [InlineData("large")]
    public async Task Nobodys_address_is_kept_by_the_door(string size)
    {
        var plan = await Plan.Of(size);
        JsonNode[] scrubbing = [plan.One("Microsoft.Cdn/profiles")["properties"]!["logScrubbing"]!, plan.One("Microsoft.Network/FrontDoorWebApplicationFirewallPolicies")["properties"]!["policySettings"]!["logScrubbing"]!];
        Assert.All(scrubbing, rules => Assert.Equal(["QueryStringArgNames", "RequestIPAddress"], rules["scrubbingRules"]!.AsArray().Select(rule => rule!.Text("matchVariable")).Order()));
        Assert.DoesNotContain("FrontDoorAccessLog", string.Concat(plan.Resources.Select(resource => resource.ToJsonString())), StringComparison.Ordinal);
    }
}
