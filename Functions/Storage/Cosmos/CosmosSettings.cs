using Microsoft.Extensions.Configuration;

namespace News.Functions.Storage.Cosmos;

/// <summary>Which account, database and container, and how to reach them.</summary>
/// <param name="Endpoint">The account's address, signed in to by managed identity.</param>
/// <param name="Connection">A connection string instead, for emulators.</param>
/// <param name="Gateway">HTTPS only, as emulators need; else the faster direct mode.</param>
public sealed record CosmosSettings(string? Endpoint, string? Connection, string Database, string Container, bool Gateway)
{
    /// <summary>Whether a connection string is given, which goes before an identity.</summary>
    public bool HasConnection => !string.IsNullOrWhiteSpace(Connection);

    /// <summary>Whether Cosmos DB is what the settings name.</summary>
    public static bool AreNamed(IConfiguration settings) =>
        !string.IsNullOrWhiteSpace(settings[Settings.CosmosEndpoint]) || !string.IsNullOrWhiteSpace(settings[Settings.CosmosConnection]);

    /// <summary>As the settings say.</summary>
    public static CosmosSettings Of(IConfiguration settings) => new(
        settings[Settings.CosmosEndpoint],
        settings[Settings.CosmosConnection],
        settings[Settings.CosmosDatabase]!,
        settings[Settings.CosmosContainer]!,
        settings.GetValue<bool>(Settings.CosmosGateway));
}
