using News.Functions.Tests.EndToEnd.WorkerFront;
using News.Functions.Tests.EndToEnd.WorkerHost;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Sites;

/// <summary>The real worker process, driven as the Functions host drives it.</summary>
public sealed class WorkerSiteProcess : RunningSite
{
    private readonly string _folder = Directory.CreateTempSubdirectory("news-worker-").FullName;

    /// <summary>The host side, for triggers without a URL.</summary>
    public WorkerProcessHost Host { get; private set; } = null!;

    /// <inheritdoc/>
    public override async Task Start()
    {
        var settings = new Dictionary<string, string> { ["Data__Folder"] = _folder, ["Http__TrustedProxies"] = "1" };
        Host = await WorkerProcessHost.Start(BuiltApp.Folder, settings, TestContext.Current.CancellationToken);
        Key = HostKeys.Function;
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Host.BaseAddress };
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (Host is not null)
            await Host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
