using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using News.Functions.Storage;

namespace News.Functions.Worker;

/// <summary>The app as the Functions host starts it.</summary>
public static class WorkerSite
{
    private const string HostArgument = "--functions-uri";

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
        builder.UseMiddleware<FaultMiddleware>();
        // Functions count the bytes of a body themselves and answer 413; Kestrel's own limit would surface as 500.
        builder.Services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = null);
        builder.Services.AddNews(builder.Configuration);
        await builder.Build().RunAsync();
    }
}
