namespace News.Functions.Storage.Blobs;

/// <summary>The containers of the storage account, as Bicep names them too.</summary>
public static class BlobContainers
{
    /// <summary>Where editors drop files; private. Whatever lies here is still to be processed.</summary>
    public const string Uploads = "uploads";

    /// <summary>Every processed file as it was dropped, by asset id; private.</summary>
    public const string Originals = "originals";

    /// <summary>What could not be processed; private.</summary>
    public const string Rejected = "rejected";

    /// <summary>What readers get: the one container that anyone may read.</summary>
    public const string Media = "media";

    public static IReadOnlyList<string> All { get; } = [Uploads, Originals, Rejected, Media];
}
