using System.Collections.Concurrent;

namespace News.Functions.Tests.EndToEnd.WorkerHost;

/// <summary>The last lines a worker wrote or logged, for the message of a failed test.</summary>
internal sealed class WorkerOutput
{
    private const int MaxLines = 400;
    private const int Warning = 3;
    private readonly ConcurrentQueue<string> _lines = new();

    public void Add(string? line)
    {
        if (string.IsNullOrEmpty(line)) return;
        _lines.Enqueue(line);
        if (_lines.Count > MaxLines) _lines.TryDequeue(out _);
    }

    /// <summary>The web server's chatter is left out, so that the app's own lines stay.</summary>
    public void Add(RpcLog log)
    {
        var isChatter = log.Level < Warning && log.Category.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);
        if (!isChatter) Add($"{log.Category}: {log.Message} {log.Exception.Describe()}");
    }

    public override string ToString() => _lines.IsEmpty ? "(the worker wrote nothing)" : string.Join('\n', _lines);
}
