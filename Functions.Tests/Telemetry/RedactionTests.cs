using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using News.Functions.Storage;
using News.Functions.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Logs;
using Xunit;

namespace News.Functions.Tests.Telemetry;

/// <summary>Keys and signatures do not leave the process, whoever wrote them into a line.</summary>
public class RedactionTests
{
    [Theory]
    [InlineData("https://a.blob.core.windows.net/uploads/x?sp=cw&sig=Abc%2Bd%3D&se=2026", "https://a.blob.core.windows.net/uploads/x?sp=cw&sig=REDACTED&se=2026")]
    [InlineData("GET /api/newsroom/articles?code=abc-_123== failed", "GET /api/newsroom/articles?code=REDACTED failed")]
    [InlineData("'?CODE=abc'", "'?CODE=REDACTED'")]
    [InlineData("barcode=7 postcode=8", "barcode=7 postcode=8")]
    [InlineData("no such thing", "no such thing")]
    public void Text_loses_them(string text, string clean) => Assert.Equal(clean, Redaction.Clean(text));

    [Fact]
    public void Log_loses_them_in_message_values_and_fault()
    {
        List<string> sent = [];
        using (var factory = LoggerFactory.Create(logging => logging.AddOpenTelemetry(options =>
        {
            options.IncludeFormattedMessage = true;
            options.AddProcessor(new CleanLogs()).AddProcessor(new SimpleLogRecordExportProcessor(new Keeping(sent)));
        })))
        {
#pragma warning disable CA1848, CA1873 // a toy line
            factory.CreateLogger("toy").LogError(new IOException("PUT https://a/uploads/x?sig=abc"), "Could not get {Url}", "https://a/x?code=abc&y=1");
#pragma warning restore CA1848, CA1873
        }

        Assert.DoesNotContain(sent, text => text.Contains("abc", StringComparison.Ordinal));
        Assert.Contains("Could not get https://a/x?code=REDACTED&y=1", sent);
        Assert.Contains("exception.message=PUT https://a/uploads/x?sig=REDACTED", sent);
    }

    [Fact]
    public void Where_nobody_is_told_nothing_is_registered()
    {
        Assert.DoesNotContain(Services([]), IsTelemetry);
        Assert.Contains(Services(new() { [TelemetryRegistration.OtlpEndpoint] = "http://127.0.0.1:4317" }), IsTelemetry);
        Assert.Contains(Services(new() { [TelemetryRegistration.AzureMonitor] = "InstrumentationKey=00000000-0000-0000-0000-000000000000" }), IsTelemetry);
        Assert.Single(Services([]), service => service.ServiceType == typeof(IDocumentStore));
    }

    private static bool IsTelemetry(ServiceDescriptor service) => service.ServiceType.FullName!.StartsWith("OpenTelemetry", StringComparison.Ordinal)
        || service.ImplementationType?.FullName?.StartsWith("OpenTelemetry", StringComparison.Ordinal) == true;

    private static ServiceCollection Services(Dictionary<string, string?> settings)
    {
        var builder = new ConfigurationBuilder().AddInMemoryCollection(settings);
        Settings.AddDefaults(builder);
        var services = new ServiceCollection();
        services.AddNews(builder.Build());
        return services;
    }

    private sealed class Keeping(List<string> sent) : BaseExporter<LogRecord>
    {
        public override ExportResult Export(in Batch<LogRecord> batch)
        {
            foreach (var record in batch)
            {
                sent.Add(record.FormattedMessage ?? "");
                sent.AddRange((record.Attributes ?? []).Select(attribute => $"{attribute.Key}={attribute.Value}"));
                sent.Add($"{record.Exception}");
            }

            return ExportResult.Success;
        }
    }
}
