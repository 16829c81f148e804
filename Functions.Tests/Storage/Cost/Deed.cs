using System.Globalization;

namespace News.Functions.Tests.Storage.Cost;

/// <summary>Something somebody does.</summary>
/// <param name="Name">What it is called in docs/cost.md.</param>
/// <param name="Calls">The calls of the store it takes.</param>
/// <param name="Charged">What an engine that charges says it cost.</param>
public sealed record Deed(string Name, IReadOnlyList<StoreCall> Calls, string? Charged = null)
{
    /// <summary>What it costs by the published numbers.</summary>
    public double Charge => Calls.Sum(RequestUnits.Of);

    /// <summary>Its row in docs/cost.md.</summary>
    public string Row => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Name} | {Count(StoreCall.Sort.Read)} | {Count(StoreCall.Sort.Page)} | {Count(StoreCall.Sort.Commit)} | {Calls.Sum(call => call.Written) / 1024.0:F1} | {Charge:F0} |");

    private int Count(StoreCall.Sort kind) => Calls.Count(call => call.Kind == kind);
}
