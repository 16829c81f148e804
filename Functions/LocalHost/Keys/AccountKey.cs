using System.Security.Cryptography;

namespace News.Functions.LocalHost.Keys;

/// <summary>The storage account of this data folder. Azurite's own well-known key would let every program on the machine in.</summary>
internal sealed record AccountKey(string Text)
{
    public const string Account = "news";
    private const string FileName = "blob-key";
    private const int RandomBytes = 64;

    /// <summary>As Azurite takes it: <c>account:key</c>.</summary>
    public string ForAzurite => $"{Account}:{Text}";

    /// <summary>As every Azure tool takes it.</summary>
    public string Connection(int port) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Text};BlobEndpoint=http://127.0.0.1:{port}/{Account};";

    /// <summary>The folder's key, made now if it has none.</summary>
    /// <exception cref="StartRefusedException">The file is there but is no key, or cannot be read or written.</exception>
    public static AccountKey In(string folder) => new(SecretFile.ReadOrMake(
        Path.Combine(folder, FileName), () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(RandomBytes))));
}
