using News.Functions.Tests.EndToEnd.WorkerFront;
using News.Functions.Tests.EndToEnd.WorkerHost;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Sites;

/// <summary>The real worker process, driven as the Functions host drives it.</summary>
public class WorkerSiteProcess : RunningSite
{
    /// <summary>Where this site keeps its data.</summary>
    public string DataFolder { get; } = Directory.CreateTempSubdirectory("news-worker-").FullName;

    /// <summary>The host side, for triggers without a URL.</summary>
    public WorkerProcessHost Host { get; private set; } = null!;

    /// <summary>The settings that say where articles are kept.</summary>
    protected virtual IReadOnlyDictionary<string, string> Store => new Dictionary<string, string> { ["Data__Folder"] = DataFolder };

    /// <inheritdoc/>
    public override async Task Start()
    {
        Host = await WorkerProcessHost.Start(BuiltApp.Folder, Store, TestContext.Current.CancellationToken);
        Key = HostKeys.Function;
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Host.BaseAddress };
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (Host is not null)
            await Host.DisposeAsync();
        Directory.Delete(DataFolder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
