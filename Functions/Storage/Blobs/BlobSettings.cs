using Microsoft.Extensions.Configuration;

namespace News.Functions.Storage.Blobs;

/// <summary>Which storage account, and how to reach it; the blob trigger reads the same settings.</summary>
/// <param name="Connection">A connection string, for Azurite.</param>
/// <param name="Account">The account's name instead, signed in to by managed identity.</param>
/// <param name="UploadUrl">Under which address editors reach the account, when not under its own.</param>
public sealed record BlobSettings(string? Connection, string? Account, string? UploadUrl)
{
    public bool HasConnection => !string.IsNullOrWhiteSpace(Connection);

    /// <summary>Whether an account is named at all; without one there are articles, but no pictures and videos.</summary>
    public bool AreNamed => HasConnection || !string.IsNullOrWhiteSpace(Account);

    /// <summary>As the settings say.</summary>
    public static BlobSettings Of(IConfiguration settings) => new(
        settings[Settings.BlobConnection], settings[Settings.BlobAccount], settings[Settings.BlobUploadUrl]);
}
