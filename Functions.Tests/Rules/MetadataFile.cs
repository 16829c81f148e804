using System.Text.Json.Nodes;
using News.Functions.Tests.Support;

namespace News.Functions.Tests.Rules;

/// <summary>The functions as the worker's build describes them to the Functions host.</summary>
public static class MetadataFile
{
    /// <summary>Name, method and route of every HTTP function, one row a method.</summary>
    public static IEnumerable<(string Name, string Method, string Route)> Http =>
        from function in All()
        let trigger = function!["bindings"]!.AsArray().FirstOrDefault(binding => binding!["type"]!.GetValue<string>() == "httpTrigger")
        where trigger is not null
        from method in trigger["methods"]!.AsArray()
        select (function["name"]!.GetValue<string>(), method!.GetValue<string>(), trigger["route"]!.GetValue<string>());

    /// <summary>The whole of <c>functions.metadata</c>.</summary>
    public static JsonArray All() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.AppFolder, "functions.metadata")))!.AsArray();
}
