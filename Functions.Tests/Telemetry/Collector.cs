using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using News.Functions.Tests.EndToEnd.WorkerFront;

namespace News.Functions.Tests.Telemetry;

/// <summary>Takes what is sent by OTLP over HTTP, and looks into the bytes: names, ids and texts stand in them as they are.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentBag<(string Signal, byte[] Body)> _received = [];
    private readonly Task<WebApplication> _server;

    public Collector() => _server = LoopbackServer.Start(HttpProtocols.Http1, _ => { }, app => app.Run(Take), default);

    /// <summary>The environment of a process that sends here, and soon.</summary>
    public async Task<Dictionary<string, string>> Variables() => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = (await _server).Address().AbsoluteUri,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "100",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
    };

    /// <summary>How often the text came.</summary>
    /// <param name="signal"><c>traces</c>, <c>metrics</c> or <c>logs</c>; null for all.</param>
    public int Count(string? signal, string text) => Count(signal, Encoding.UTF8.GetBytes(text));

    /// <summary>How often these bytes came.</summary>
    public int Count(string? signal, byte[] bytes) =>
        _received.Where(one => signal is null || one.Signal == signal).Sum(one => Count(one.Body, bytes));

    public async ValueTask DisposeAsync() => await (await _server).DisposeAsync();

    private async Task Take(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        _received.Add((context.Request.Path.Value!.Split('/')[^1], body.ToArray()));
    }

    private static int Count(ReadOnlySpan<byte> body, ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        for (int at; (at = body.IndexOf(bytes)) >= 0; body = body[(at + bytes.Length)..])
            count++;
        return count;
    }
}
