using Azure;
using Azure.Storage.Blobs.Models;
using News.Domain.Media;
using News.Functions.Http;
using News.Functions.Storage.Blobs;

namespace News.Functions.Media.Processing;

/// <summary>An asset's files in blob storage: what readers get, and the original.</summary>
public sealed class AssetFiles(BlobAccount account)
{
    private const int AtOnce = 6;
    private const int Gone = 404;
    private const int Changed = 412;

    /// <summary>Puts everything that was made of an asset where readers get it. Done again it changes nothing.</summary>
    /// <param name="folder">Holds the files under their names; those that are not there are left as they are.</param>
    /// <param name="progress">Told the share of the bytes that is there, 0 to 1.</param>
    public async Task Put(MediaAsset asset, string folder, Func<double, Task> progress, CancellationToken ct)
    {
        using var step = Spans.Start("media.put");
        var files = asset.Files().Select(file => (file.Path, file.Type, Here: new FileInfo(Path.Combine(folder, file.Name)))).Where(file => file.Here.Exists).ToList();
        var (all, done) = (files.Sum(file => file.Here.Length), 0L);
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (file, token) =>
        {
            var headers = new BlobHttpHeaders { ContentType = file.Type, CacheControl = CachePolicy.Immutable };
            await using var content = file.Here.OpenRead();
            await account.Media.GetBlobClient(file.Path).UploadAsync(content, new BlobUploadOptions { HttpHeaders = headers }, token);
            await progress(Interlocked.Add(ref done, file.Here.Length) / (double)all);
        });
    }

    /// <summary>Keeps the file as it was dropped.</summary>
    public async Task PutOriginal(string id, string path, string fileName, CancellationToken ct)
    {
        var options = new BlobUploadOptions { Metadata = Named(fileName) };
        await using var content = File.OpenRead(path);
        await account.Originals.GetBlobClient(id).UploadAsync(content, options, ct);
    }

    /// <summary>Keeps the file as it was dropped, copied within the account.</summary>
    public Task KeepOriginal(string id, HeldUpload upload, CancellationToken ct) =>
        upload.CopyTo(account.Originals.GetBlobClient(id), Named(upload.FileName), ct);

    /// <summary>Keeps the frame that a video's poster was made of.</summary>
    public Task PutPoster(string id, string path, CancellationToken ct) => account.Originals.GetBlobClient(PosterOf(id)).UploadAsync(path, overwrite: true, ct);

    /// <summary>Copies the picture as it was dropped to this machine; of a video the frame of its poster.</summary>
    /// <returns>Whether it is there.</returns>
    public async Task<bool> GetPicture(MediaAsset asset, string path, CancellationToken ct)
    {
        try
        {
            using var answer = await account.Originals.GetBlobClient(asset.Video is null ? asset.Id : PosterOf(asset.Id)).DownloadToAsync(path, ct);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status == Gone)
        {
            return false;
        }
    }

    /// <summary>Whether every file of the asset is there, so that nothing need be made again.</summary>
    public async Task<bool> AreAll(MediaAsset asset, CancellationToken ct)
    {
        var there = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in account.Media.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{asset.Id}/" }, ct))
            there.Add(blob.Name);
        return asset.Files().All(file => there.Contains(file.Path)) && await account.Originals.GetBlobClient(asset.Id).ExistsAsync(ct);
    }

    /// <summary>Every blob of an asset, of any version of the pipeline, as it is now.</summary>
    public async Task<IReadOnlyList<(string Container, string Name, ETag ETag)>> Find(string id, CancellationToken ct)
    {
        List<(string, string, ETag)> found = [];
        foreach (var (container, prefix) in new[] { (account.Media, $"{id}/"), (account.Originals, id) })
        {
            await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, ct))
                found.Add((container.Name, blob.Name, blob.Properties.ETag!.Value));
        }

        return found;
    }

    /// <summary>Removes those that are still what was found.</summary>
    public async Task Delete(IReadOnlyList<(string Container, string Name, ETag ETag)> found, CancellationToken ct)
    {
        foreach (var (container, name, etag) in found)
        {
            try
            {
                var blob = account.Service.GetBlobContainerClient(container).GetBlobClient(name);
                await blob.DeleteIfExistsAsync(conditions: new() { IfMatch = etag }, cancellationToken: ct);
            }
            catch (RequestFailedException fault) when (fault.Status == Changed)
            {
                // It was put there anew.
            }
        }
    }

    /// <summary>Begins with the asset's id, so that it goes with it.</summary>
    private static string PosterOf(string id) => id + ".poster";

    private static Dictionary<string, string> Named(string fileName) => new() { ["name"] = Uri.EscapeDataString(fileName) };
}
