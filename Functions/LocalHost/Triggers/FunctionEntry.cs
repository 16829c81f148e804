using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace News.Functions.LocalHost.Triggers;

/// <summary>One function as its attributes describe it.</summary>
/// <param name="Name">The name it is known by on both hosts.</param>
/// <param name="Kind">What makes it run.</param>
/// <param name="Method">The method to call.</param>
public sealed record FunctionEntry(string Name, TriggerKind Kind, MethodInfo Method)
{
    /// <summary>The HTTP route's template; null for other kinds.</summary>
    public string? Route { get; init; }

    /// <summary>The HTTP methods it lists; none means all.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Who may call it over HTTP; null for other kinds.</summary>
    public AuthorizationLevel? Level { get; init; }

    /// <summary>A timer's schedule as written: NCRONTAB of six fields, or <c>%Setting%</c>.</summary>
    public string? Schedule { get; init; }

    /// <summary>Whether a timer also runs when the process starts.</summary>
    public bool RunOnStartup { get; init; }

    /// <summary>Container and name that a blob function watches, as written; null for other kinds.</summary>
    public string? BlobPath { get; init; }

    public bool Accepts(string method) => Methods.Count == 0 || Methods.Contains(method, StringComparer.OrdinalIgnoreCase);
}
