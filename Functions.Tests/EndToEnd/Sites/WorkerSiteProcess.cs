using News.Functions.Media.Uploads;
using News.Functions.Storage.Blobs;
using News.Functions.Tests.EndToEnd.WorkerFront;
using News.Functions.Tests.EndToEnd.WorkerHost;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Sites;

/// <summary>The real worker process, driven as the Functions host drives it.</summary>
public class WorkerSiteProcess : RunningSite
{
    /// <summary>Where this site keeps its data.</summary>
    public string DataFolder { get; } = Directory.CreateTempSubdirectory("news-worker-").FullName;

    private readonly TestAzurite _azurite = new();
    private string? _connection;

    /// <summary>The host side, for triggers without a URL.</summary>
    public WorkerProcessHost Host { get; private set; } = null!;

    /// <summary>The settings that say where articles are kept.</summary>
    protected virtual IReadOnlyDictionary<string, string> Store => new Dictionary<string, string> { ["Data__Folder"] = DataFolder };

    /// <inheritdoc/>
    public override async Task Start()
    {
        var settings = new Dictionary<string, string>(Store);
        if (TestAzurite.IsInstalled)
            settings["AzureWebJobsStorage"] = _connection = await _azurite.Account();
        Host = await WorkerProcessHost.Start(BuiltApp.Folder, settings, TestContext.Current.CancellationToken);
        Key = HostKeys.Function;
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Host.BaseAddress };
    }

    /// <inheritdoc/>
    public override async Task<string> BlobConnection()
    {
        Assert.SkipWhen(_connection is null, TestAzurite.Missing);
        Assert.True(await Poll.Until(IsComplete), Host.Output);
        return _connection;
    }

    /// <inheritdoc/>
    public override async Task Dropped(string blobName)
    {
        var outcome = await Host.InvokeBlob(nameof(ProcessUpload), BlobContainers.Uploads, blobName);
        Assert.True(outcome.Succeeded, outcome.Error);
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (Host is not null)
            await Host.DisposeAsync();
        await _azurite.DisposeAsync();
        Directory.Delete(DataFolder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
