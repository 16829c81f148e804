using Azure.Core;
using Azure.Core.Pipeline;

namespace News.Functions.Tests.Media;

/// <summary>Sees every request to blob storage before it is sent, and may do something then.</summary>
public sealed class Watching : HttpPipelinePolicy
{
    private readonly List<string> _seen = [];

    /// <summary>Awaited before each request; what it throws is what the caller gets.</summary>
    public Func<Request, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Method, path and those headers that say what the request expects.</summary>
    public IReadOnlyList<string> Seen
    {
        get
        {
            lock (_seen)
                return [.. _seen];
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("blob storage is asked asynchronously");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        lock (_seen)
            _seen.Add(Line(message.Request));
        await Before(message.Request);
        await ProcessNextAsync(message, pipeline);
    }

    private static string Line(Request request)
    {
        string Header(string name) => request.Headers.TryGetValue(name, out var value) ? $" {name}={value}" : "";
        return $"{request.Method} {request.Uri.ToUri().PathAndQuery}{Header("If-Match")}{Header("x-ms-source-if-match")}{Header("x-ms-lease-id")}{Header("x-ms-lease-action")}";
    }
}
