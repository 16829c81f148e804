using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using News.Functions.Storage;
using News.Functions.Telemetry;

namespace News.Functions.Worker;

/// <summary>The app as the Functions host starts it.</summary>
public static class WorkerSite
{
    private const string HostArgument = "--functions-uri";
    private const string OwnTelemetry = "WorkerOpenTelemetryEnabled";

    /// <summary>Whether the Functions host is the one who starts us.</summary>
    public static bool IsAsked(string[] args) => args.Any(arg => arg.StartsWith(HostArgument, StringComparison.Ordinal));

    /// <summary>Runs until the host ends us. Refuses, with a clear line and exit code 1, when nobody said where articles are kept or a setting is wrong.</summary>
    public static async Task<int> Run(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        Settings.AddDefaults(builder.Configuration);
        try
        {
            Settings.Check(builder.Configuration);
            using var folder = StorageChoice.Take(builder.Configuration);
            await Serve(builder);
            return 0;
        }
        catch (StartRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static async Task Serve(FunctionsApplicationBuilder builder)
    {
        builder.ConfigureFunctionsWebApplication();
        if (TelemetryRegistration.IsWanted(builder.Configuration))
            Trace(builder);
        if (builder.Configuration[Settings.HttpFrontDoorId] is { Length: > 0 } door)
            builder.Use(next => context => new DoorMiddleware(door).Invoke(context, next));
        builder.UseMiddleware<FaultMiddleware>();
        builder.Services.Configure<KestrelServerOptions>(Configure);
        // A line for each request would hold its whole query, keys and all.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.AddNews(builder.Configuration);
        await builder.Build().RunAsync();
    }

    private static void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        // Functions count the bytes of a body themselves and answer 413; Kestrel's own limit would surface as 500.
        kestrel.Limits.MaxRequestBodySize = null;
    }

    private static void Trace(FunctionsApplicationBuilder builder)
    {
        // Otherwise the Functions host sends our log lines a second time.
        builder.Services.Configure<WorkerOptions>(worker => worker.Capabilities[OwnTelemetry] = bool.TrueString);
        builder.UseMiddleware<TracingMiddleware>();
    }
}
