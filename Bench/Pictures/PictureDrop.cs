using Azure.Storage.Blobs;
using News.Bench.Servers;
using News.Functions.Storage.Blobs;

namespace News.Bench.Pictures;

/// <summary>The whole way of many pictures: put into the container of a running site at once, until the last is ready.</summary>
public static class PictureDrop
{
    private const string ConnectionFile = "blob-connection";
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Drops these files.</summary>
    /// <returns>From the first byte sent until every one is an asset.</returns>
    /// <exception cref="BenchException">One was refused.</exception>
    public static async Task<TimeSpan> Run(IReadOnlyList<string> files, string folder, TimeProvider time, CancellationToken ct)
    {
        await using var site = new NewsServer("ours", folder);
        await site.Start("/health/live", time, ct);
        var account = await Account(site.Address, folder, time, ct);
        var start = time.GetTimestamp();
        var uploads = account.GetBlobContainerClient(BlobContainers.Uploads);
        await Task.WhenAll(files.Select(file => uploads.GetBlobClient(Path.GetFileName(file)).UploadAsync(file, ct)));
        while (await Any(uploads, ct))
            await Task.Delay(_pause, time, ct);
        if (await Any(account.GetBlobContainerClient(BlobContainers.Rejected), ct))
            throw new BenchException("A picture of the sample site was refused.");
        return time.GetElapsedTime(start);
    }

    /// <summary>The site's blob storage, once the site waits for nothing any more.</summary>
    private static async Task<BlobServiceClient> Account(Uri site, string folder, TimeProvider time, CancellationToken ct)
    {
        using var client = new HttpClient { BaseAddress = site };
        while (!(await client.GetStringAsync("/health/ready", ct)).Contains("\"waitingFor\":[]", StringComparison.Ordinal))
            await Task.Delay(_pause, time, ct);
        return new((await File.ReadAllTextAsync(Path.Combine(folder, ConnectionFile), ct)).Trim());
    }

    private static async Task<bool> Any(BlobContainerClient container, CancellationToken ct)
    {
        await foreach (var _ in container.GetBlobsAsync(cancellationToken: ct))
            return true;
        return false;
    }
}
