using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using News.Functions.Storage.Blobs;

namespace News.Functions.Media.Uploads;

/// <summary>
/// Signs addresses under which one file can be put and nothing else be done. With an identity the signature is by a key that the
/// account hands out for some hours, with Azurite by the account's own.
/// </summary>
public sealed class UploadAddress(BlobAccount account, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan _keyLife = TimeSpan.FromHours(6);

    // Clocks of two machines differ.
    private static readonly TimeSpan _skew = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _asking = new(1);
    private UserDelegationKey? _key;

    /// <summary>The address of one blob of the uploads' container, good until a moment.</summary>
    public async Task<Uri> Of(string blobName, DateTimeOffset until, CancellationToken ct)
    {
        var blob = account.Uploads.GetBlobClient(blobName);
        var rights = new BlobSasBuilder(BlobSasPermissions.Create | BlobSasPermissions.Write, until)
        {
            BlobContainerName = BlobContainers.Uploads,
            BlobName = blobName,
            Resource = "b",
        };
        return account.ForEditors(blob.CanGenerateSasUri ? ByAccountKey(blob, rights) : await ByIdentity(blob, rights, ct));
    }

    public void Dispose() => _asking.Dispose();

    private static Uri ByAccountKey(BlobClient blob, BlobSasBuilder rights)
    {
        rights.Protocol = SasProtocol.HttpsAndHttp;
        return blob.GenerateSasUri(rights);
    }

    private async Task<Uri> ByIdentity(BlobClient blob, BlobSasBuilder rights, CancellationToken ct)
    {
        rights.Protocol = SasProtocol.Https;
        rights.StartsOn = time.GetUtcNow() - _skew;
        var signed = rights.ToSasQueryParameters(await Key(rights.ExpiresOn, ct), account.Service.AccountName);
        return new BlobUriBuilder(blob.Uri) { Sas = signed }.ToUri();
    }

    private async Task<UserDelegationKey> Key(DateTimeOffset until, CancellationToken ct)
    {
        await _asking.WaitAsync(ct);
        try
        {
            if (_key is null || _key.SignedExpiresOn < until)
                _key = await account.Service.GetUserDelegationKeyAsync(time.GetUtcNow() - _skew, time.GetUtcNow() + _keyLife, ct);
            return _key;
        }
        finally
        {
            _asking.Release();
        }
    }
}
