using System.Text.Json;

namespace News.Functions.Tests.EndToEnd.WorkerHost;

/// <summary>A function as the worker reported it, read from its trigger's binding.</summary>
public sealed class WorkerFunction
{
    private readonly JsonElement _trigger;

    internal WorkerFunction(RpcFunctionMetadata metadata)
    {
        (Id, Name, RawBindings) = (metadata.FunctionId, metadata.Name, [.. metadata.RawBindings]);
        _trigger = RawBindings.Select(raw => JsonSerializer.Deserialize<JsonElement>(raw)).Single(IsTrigger);
    }

    public string Id { get; }

    public string Name { get; }

    public IReadOnlyList<string> RawBindings { get; }

    /// <summary>The trigger's type, such as <c>httpTrigger</c>.</summary>
    public string Kind => Text("type")!;

    public bool IsHttp => Kind.Equals("httpTrigger", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of the parameter that is bound to the trigger.</summary>
    public string Parameter => Text("name")!;

    /// <summary>An HTTP trigger's template; the host takes the function's name where there is none.</summary>
    public string Route => Text("route") ?? Name;

    /// <summary>The methods an HTTP trigger lists; empty means every method.</summary>
    public IReadOnlyList<string> Methods =>
        _trigger.TryGetProperty("methods", out var methods) && methods.ValueKind == JsonValueKind.Array
            ? [.. methods.EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant())]
            : [];

    /// <summary>An HTTP trigger's level: <c>anonymous</c>, <c>function</c> or <c>admin</c>.</summary>
    public string AuthLevel => (Text("authLevel") ?? "function").ToLowerInvariant();

    /// <summary>A timer's expression, with settings in it unresolved.</summary>
    public string? Schedule => Text("schedule");

    /// <summary>The name of the connection setting of a storage trigger.</summary>
    public string? Connection => Text("connection");

    private static bool IsTrigger(JsonElement binding) =>
        binding.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase);

    private string? Text(string property) => _trigger.TryGetProperty(property, out var value) ? value.GetString() : null;
}
