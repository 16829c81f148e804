using System.Text.Json.Nodes;

namespace News.Functions.Tests.Support;

/// <summary>Short ways to look into an answer.</summary>
public static class JsonReading
{
    /// <summary>The text of a member that must be there.</summary>
    public static string Text(this JsonNode? node, string member) =>
        node?[member]?.GetValue<string>() ?? throw new InvalidDataException($"no text '{member}' in {node?.ToJsonString()}");

    /// <summary>Yes or no of a member that must be there.</summary>
    public static bool Flag(this JsonNode? node, string member) =>
        node?[member]?.GetValue<bool>() ?? throw new InvalidDataException($"no yes or no '{member}' in {node?.ToJsonString()}");
}
