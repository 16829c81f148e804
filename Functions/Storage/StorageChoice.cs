using Microsoft.Extensions.Configuration;
using News.Functions.Storage.Cosmos;

namespace News.Functions.Storage;

/// <summary>Where articles are kept, as the settings say.</summary>
public static class StorageChoice
{
    /// <summary>What a worker says that nobody told.</summary>
    public const string Refusal =
        "No store is named, so the app does not start: articles must not be written to a disk that vanishes. "
        + "Set Cosmos__Endpoint, Cosmos__Connection, or Data__Folder to a folder that stays.";

    /// <summary>Whether a store is named.</summary>
    public static bool IsNamed(IConfiguration settings) => CosmosSettings.AreNamed(settings) || !string.IsNullOrWhiteSpace(settings[Settings.DataFolder]);
}
