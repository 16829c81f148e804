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

    /// <summary>Puts everything that was made of a picture where readers get it. Done again it changes nothing.</summary>
    /// <param name="folder">Holds the files under their names.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    public async Task Put(PictureAsset picture, string folder, Func<double, Task> progress, CancellationToken ct)
    {
        using var step = Spans.Start("media.put");
        var files = Made(picture).Where(file => File.Exists(Path.Combine(folder, file.File))).ToList();
        var done = 0;
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (file, token) =>
        {
            var headers = new BlobHttpHeaders { ContentType = file.Type, CacheControl = CachePolicy.Immutable };
            await using var content = File.OpenRead(Path.Combine(folder, file.File));
            await account.Media.GetBlobClient(Prefix(picture) + file.File).UploadAsync(content, new BlobUploadOptions { HttpHeaders = headers }, token);
            await progress(Interlocked.Increment(ref done) / (double)files.Count);
        });
    }

    /// <summary>Keeps the file as it was dropped.</summary>
    public async Task PutOriginal(string id, string path, string fileName, CancellationToken ct)
    {
        var options = new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["name"] = Uri.EscapeDataString(fileName) } };
        await using var content = File.OpenRead(path);
        await account.Originals.GetBlobClient(id).UploadAsync(content, options, ct);
    }

    /// <summary>Copies the file as it was dropped to this machine.</summary>
    /// <returns>Whether it is there.</returns>
    public async Task<bool> GetOriginal(string id, string path, CancellationToken ct)
    {
        try
        {
            using var answer = await account.Originals.GetBlobClient(id).DownloadToAsync(path, ct);
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
        await foreach (var blob in account.Media.GetBlobsAsync(new GetBlobsOptions { Prefix = Prefix(asset.Picture) }, ct))
            there.Add(blob.Name[Prefix(asset.Picture).Length..]);
        return Made(asset.Picture).All(file => there.Contains(file.File)) && await account.Originals.GetBlobClient(asset.Id).ExistsAsync(ct);
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

    private static IEnumerable<PictureFile> Made(PictureAsset picture) => picture.Files.Concat(picture.Crops.Values.SelectMany(files => files));

    private static string Prefix(PictureAsset picture) => $"{picture.Id}/{picture.PipelineVersion}/";
}
