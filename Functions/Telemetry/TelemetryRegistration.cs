using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using News.Functions.Storage;
using News.Functions.Storage.Cosmos;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace News.Functions.Telemetry;

/// <summary>Traces, metrics and logs for those who are named in the environment; where nobody is, nothing is registered.</summary>
public static class TelemetryRegistration
{
    /// <summary>Where OTLP goes, as OpenTelemetry names it.</summary>
    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Which Application Insights, as Azure Monitor names it.</summary>
    public const string AzureMonitor = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    private static readonly string[] _meters = [RequestCharges.MeterName, "System.Runtime", "Microsoft.AspNetCore.Hosting"];

    /// <summary>Whether telemetry is sent anywhere.</summary>
    public static bool IsWanted(IConfiguration settings) => IsNamed(settings, OtlpEndpoint) || IsNamed(settings, AzureMonitor);

    /// <summary>Sends it where the settings say; comes after the store's registration, which it wraps.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration settings) =>
        IsWanted(settings) ? services.AddExporters(settings) : services;

    /// <summary>Apart, so that without it the libraries are not even loaded.</summary>
    private static IServiceCollection AddExporters(this IServiceCollection services, IConfiguration settings)
    {
        var telemetry = services.TraceStore().AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("news"))
            .WithTracing(traces => traces.AddSource(Spans.SourceName).AddProcessor(new CleanSpans()))
            .WithMetrics(metrics => metrics.AddMeter(_meters))
            .WithLogging(logs => logs.AddProcessor(new CleanLogs()), options => options.IncludeFormattedMessage = true);
        if (IsNamed(settings, AzureMonitor))
            telemetry.UseAzureMonitorExporter(monitor => monitor.Credential = new DefaultAzureCredential());
        if (IsNamed(settings, OtlpEndpoint))
            telemetry.UseOtlpExporter();
        return services;
    }

    private static IServiceCollection TraceStore(this IServiceCollection services)
    {
        var store = services.Last(service => service.ServiceType == typeof(IDocumentStore));
        return services.AddSingleton<IDocumentStore>(provider => new TracedStore((IDocumentStore)store.ImplementationFactory!(provider)));
    }

    private static bool IsNamed(IConfiguration settings, string key) => !string.IsNullOrWhiteSpace(settings[key]);
}
