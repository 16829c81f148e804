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

    /// <summary>Runs until the host ends us. Refuses, with a clear line and exit code 1, when nobody said where articles are kept.</summary>
    public static async Task<int> Run(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        Settings.AddDefaults(builder.Configuration);
        if (!StorageChoice.IsNamed(builder.Configuration))
        {
            await Console.Error.WriteLineAsync(StorageChoice.Refusal);
            return 1;
        }

        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<FaultMiddleware>();
        // Functions count the bytes of a body themselves and answer 413; Kestrel's own limit would surface as 500.
        builder.Services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = null);
        builder.Services.AddNews(builder.Configuration);
        await builder.Build().RunAsync();
        return 0;
    }
}
