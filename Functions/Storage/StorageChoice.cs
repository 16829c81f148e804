using Microsoft.Extensions.Configuration;
using News.Functions.Storage.Cosmos;
using News.Functions.Storage.Disk;

namespace News.Functions.Storage;

/// <summary>Where articles are kept, as the settings say.</summary>
public static class StorageChoice
{
    private const string Refusal =
        "No store is named, so the app does not start: articles must not be written to a disk that vanishes. "
        + "Set Cosmos__Endpoint, Cosmos__Connection, or Data__Folder to a folder that stays.";

    /// <summary>The data folder for this process alone, two of which would each take the other's unfinished writes for a crash; null where articles are in Cosmos DB.</summary>
    /// <exception cref="StartRefusedException">No store is named, or another process has the folder.</exception>
    public static DataFolder? Take(IConfiguration settings) =>
        CosmosSettings.AreNamed(settings) ? null
        : settings[Settings.DataFolder] is { } folder && !string.IsNullOrWhiteSpace(folder) ? DataFolder.Take(folder)
        : throw new StartRefusedException(Refusal);
}
