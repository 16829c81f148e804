using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using News.Domain.Articles;
using News.Domain.Media;
using News.Domain.Media.Uploads;
using News.Functions.Storage.Blobs;

namespace News.Functions.Storage.Media;

/// <summary>
/// Asks for the crops an article needs around points of interest that its editor chose. Until they are made readers get the crops
/// around the asset's own, so nobody waits for them, and nothing is lost when they cannot be asked for now.
/// </summary>
public sealed partial class CropRequests(BlobAccount account, AssetStore assets, ILogger<CropRequests> logger)
{
    private const int Exists = 409;
    private const int Changed = 412;

    /// <summary>Asks for those that the article's ready pictures do not have yet.</summary>
    public async Task Ask(ArticleContent content, CancellationToken ct)
    {
        if (!account.IsNamed)
            return;
        var wanted = MediaReferences.Of(content).Where(reference => reference.Focus is not null)
            .Select(reference => new CropRequest(reference.Asset, CropRequest.KeyOf(reference.Focus!))).Distinct();
        foreach (var request in wanted)
        {
            if (await assets.Read(request.Asset, ct) is { } there && !there.Asset.HasCrops(request.Focus))
                await Put(request, ct);
        }
    }

    private async Task Put(CropRequest request, CancellationToken ct)
    {
        try
        {
            var options = new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } };
            await account.Uploads.GetBlobClient(request.BlobName).UploadAsync(BinaryData.FromString(request.ToString()), options, ct);
        }
        catch (RequestFailedException fault) when (fault.Status is Exists or Changed)
        {
            // It is asked for already.
        }
        catch (Exception fault) when (BlobFaults.IsPassing(fault))
        {
            LogNotAsked(request.Asset, request.Focus, fault.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Crops of {Asset} around {Focus} could not be asked for: {Why}")]
    private partial void LogNotAsked(string asset, string focus, string why);
}
