using Azure;
using Azure.Storage.Blobs.Models;
using News.Domain.Media.Videos;
using News.Functions.Http;
using News.Functions.Storage.Blobs;

namespace News.Functions.Media.Captions;

/// <summary>
/// Captions in blob storage: what readers get, what a video's captions are made again of, and what was dropped beside a video, whichever
/// of the two came first.
/// </summary>
public sealed class CaptionFiles(BlobAccount account)
{
    private const int Gone = 404;
    private const string UploadKey = "upload";

    /// <summary>Puts captions where readers get them.</summary>
    /// <param name="path">Below <c>media/</c>.</param>
    public Task Publish(string path, string text, CancellationToken ct)
    {
        var headers = new BlobHttpHeaders { ContentType = VideoFiles.TextType, CacheControl = CachePolicy.Immutable };
        return account.Media.GetBlobClient(path).UploadAsync(BinaryData.FromString(text), new BlobUploadOptions { HttpHeaders = headers }, ct);
    }

    /// <summary>Keeps a video's captions in a language.</summary>
    public Task Keep(string asset, string lang, string text, CancellationToken ct) => Put(OfAsset(asset) + lang, text, "", ct);

    /// <summary>A video's captions that were kept.</summary>
    public Task<List<WaitingCaptions>> Kept(string asset, CancellationToken ct) => Find(OfAsset(asset), ct);

    /// <summary>Keeps what was dropped beside a video.</summary>
    /// <param name="clip">See <see cref="CaptionName"/>.</param>
    public Task PutBeside(string clip, string lang, string text, string upload, CancellationToken ct) => Put(Beside(clip) + lang, text, upload, ct);

    /// <summary>The captions dropped beside a video.</summary>
    public Task<List<WaitingCaptions>> FindBeside(string clip, CancellationToken ct) => Find(Beside(clip), ct);

    /// <summary>Remembers which asset the video of this name is.</summary>
    public Task PutVideo(string clip, string asset, CancellationToken ct) => Put(VideoOf(clip), asset, "", ct);

    /// <summary>The asset that the video of this name is; null when none has come.</summary>
    public async Task<string?> FindVideo(string clip, CancellationToken ct)
    {
        try
        {
            return (await account.Originals.GetBlobClient(VideoOf(clip)).DownloadContentAsync(ct)).Value.Content.ToString();
        }
        catch (RequestFailedException fault) when (fault.Status == Gone)
        {
            return null;
        }
    }

    /// <summary>Below the asset's own name, so that they go when it goes.</summary>
    private static string OfAsset(string asset) => $"{asset}.captions.";

    private static string Beside(string clip) => $"beside/{clip}/captions/";

    private static string VideoOf(string clip) => $"beside/{clip}/video";

    private async Task Put(string name, string text, string upload, CancellationToken ct)
    {
        var options = new BlobUploadOptions { Metadata = new Dictionary<string, string> { [UploadKey] = upload } };
        await account.Originals.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), options, ct);
    }

    private async Task<List<WaitingCaptions>> Find(string prefix, CancellationToken ct)
    {
        List<WaitingCaptions> found = [];
        await foreach (var blob in account.Originals.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix, Traits = BlobTraits.Metadata }, ct))
        {
            var content = (await account.Originals.GetBlobClient(blob.Name).DownloadContentAsync(ct)).Value.Content;
            found.Add(new(blob.Name[prefix.Length..], content.ToMemory(), blob.Metadata.TryGetValue(UploadKey, out var upload) ? upload : ""));
        }

        return found;
    }
}
