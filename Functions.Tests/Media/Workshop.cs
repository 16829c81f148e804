using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using News.Domain.Media;
using News.Functions.Media.Captions;
using News.Functions.Media.Decoding;
using News.Functions.Media.Making;
using News.Functions.Media.Pictures;
using News.Functions.Media.Processing;
using News.Functions.Media.Transcoding;
using News.Functions.Media.Uploads;
using News.Functions.Media.Videos;
using News.Functions.Storage;
using News.Functions.Storage.Blobs;
using News.Functions.Storage.Media;
using News.Functions.Tests.Storage;
using News.Functions.Tests.Support;

namespace News.Functions.Tests.Media;

/// <summary>One instance of what processes uploads, over a store and an account that others may share.</summary>
public sealed class Workshop : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WorkFolders _work;
    private readonly PicturePipeline _pipeline;

    public Workshop(string connection, IDocumentStore store, FakeTimeProvider time, Watching? watching = null)
    {
        Account = BlobAccount.Of(new(connection, null, null), watching is null ? [] : [watching]);
        var desk = new Desk(store, time);
        (Desk, Assets) = (desk, desk.Assets);
        Statuses = new(store, new(time));
        Files = new(Account);
        _work = new(_folder.File("work"));
        var settings = new ConfigurationManager();
        Settings.AddDefaults(settings);
        var removal = new AssetRemoval(Assets, desk.Users, Files);
        var limits = PictureSettings.Of(settings);
        var gate = new PictureGate(limits);
        _pipeline = new(limits, gate, new(gate, new(gate, limits), new(limits)), TimeProvider.System);
        var films = VideoSettings.Of(settings);
        var ffmpeg = new Ffmpeg(films);
        Videos = new(films, new(ffmpeg, films), ffmpeg, new(ffmpeg, films), _pipeline, TimeProvider.System);
        var captions = new CaptionMaking(Assets, desk.Users, new(Account), Statuses, new("https://bao.example", "Báo", "vi"));
        var making = new AssetMaking(Assets, Files, removal, new(_pipeline, Files, Assets), new(Videos, Files, Assets), captions);
        var crops = new CropMaking(_pipeline, Files, Assets, desk.Users);
        Processing = new(making, crops, captions, new(Account, Statuses), Statuses, _work, new(limits, films), Turn, time);
        Removal = removal;
        Sweep = new(Account, Statuses, Processing, time, NullLogger<SweepUploads>.Instance);
    }

    public BlobAccount Account { get; }

    public Desk Desk { get; }

    public AssetStore Assets { get; }

    public UploadStatuses Statuses { get; }

    public AssetFiles Files { get; }

    public VideoPipeline Videos { get; }

    public VideoTurn Turn { get; } = new();

    /// <summary>Where files are worked on.</summary>
    public string WorkFolder => _folder.File("work");

    public AssetRemoval Removal { get; }

    public UploadProcessing Processing { get; }

    public SweepUploads Sweep { get; }

    /// <summary>What lies in the folder where files are worked on, besides what marks it as taken.</summary>
    public IEnumerable<string> LeftOver => Directory.EnumerateFiles(_folder.File("work"), "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) != ".lock");

    public BlobClient Upload(string name) => Account.Uploads.GetBlobClient(name);

    /// <summary>Puts a file into the container.</summary>
    public async Task<BlobClient> Drop(string name, byte[] content)
    {
        var blob = Upload(name);
        await blob.UploadAsync(BinaryData.FromBytes(content), overwrite: true);
        return blob;
    }

    /// <summary>As the end of a lease does after a minute.</summary>
    public async Task BreakLease(string name) => await Upload(name).GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);

    /// <summary>The same, whether or not it is held.</summary>
    public async Task FreeLease(string name)
    {
        try
        {
            await BreakLease(name);
        }
        catch (Azure.RequestFailedException)
        {
            // It was not held.
        }
    }

    /// <summary>Every blob of a container.</summary>
    public async Task<List<string>> Names(BlobContainerClient container)
    {
        List<string> names = [];
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions()))
            names.Add(blob.Name);
        return names;
    }

    /// <summary>The asset a content is or would be.</summary>
    public static string IdOf(byte[] content) => AssetId.Of(System.Security.Cryptography.SHA256.HashData(content));

    public void Dispose()
    {
        Turn.Dispose();
        _pipeline.Dispose();
        _work.Dispose();
        _folder.Dispose();
    }
}
