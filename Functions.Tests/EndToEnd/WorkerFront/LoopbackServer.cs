using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace News.Functions.Tests.EndToEnd.WorkerFront;

/// <summary>A Kestrel on a free port of this machine that reads no configuration and has only what it is given.</summary>
internal static class LoopbackServer
{
    /// <summary>The largest body the Functions host takes.</summary>
    public const long MaxBody = 104_857_600;

    public static async Task<WebApplication> Start(
        HttpProtocols protocols,
        Action<IServiceCollection> addServices,
        Action<WebApplication> addPipeline,
        CancellationToken token)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => Listen(options, protocols));
        addServices(builder.Services);
        var server = builder.Build();
        addPipeline(server);
        await server.StartAsync(token);
        return server;
    }

    public static Uri Address(this WebApplication server) => new(server.Urls.Single());

    private static void Listen(KestrelServerOptions options, HttpProtocols protocols)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = protocols == HttpProtocols.Http2 ? null : MaxBody;
        options.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = protocols);
    }
}
