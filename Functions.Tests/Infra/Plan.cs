using System.Text.Json.Nodes;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Infra;

/// <summary>What a deployment would make, every expression worked out that can be without asking Azure.</summary>
public sealed class Plan(IReadOnlyList<JsonNode> resources)
{
    private const string Nobody = "00000000-0000-0000-0000-000000000001";
    private static readonly Lazy<Task<Plan>> _small = new(() => Make("small"));
    private static readonly Lazy<Task<Plan>> _large = new(() => Make("large"));

    /// <summary>Every resource.</summary>
    public IReadOnlyList<JsonNode> Resources => resources;

    /// <summary>Made once a run.</summary>
    public static Task<Plan> Of(string size) => size == "small" ? _small.Value : _large.Value;

    /// <summary>All of a type.</summary>
    public IEnumerable<JsonNode> All(string type) => resources.Where(resource => resource.Text("type") == type);

    /// <summary>The only one of a type.</summary>
    public JsonNode One(string type) => Assert.Single(All(type));

    /// <summary>The app's environment variables; those that are secrets without a value.</summary>
    public IReadOnlyDictionary<string, string?> AppSettings() => App()["env"]!.AsArray()
        .ToDictionary(one => one!.Text("name"), one => (string?)one!["value"]);

    /// <summary>The app's one container.</summary>
    public JsonNode App() => Assert.Single(One("Microsoft.App/containerApps")["properties"]!["template"]!["containers"]!.AsArray())!;

    /// <summary>In a copy of the folder, for the compiler writes its answer beside the parameters.</summary>
    private static async Task<Plan> Make(string size)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Bicep.Folder, "*.bicep*", SearchOption.AllDirectories))
        {
            var copy = folder.File(Path.GetRelativePath(Bicep.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var (_, complaints) = await Bicep.Run(
            "snapshot", folder.File($"{size}.bicepparam"), "--mode", "overwrite", "--subscription-id", Nobody, "--tenant-id", Nobody, "--resource-group", "bao", "--location", "southeastasia");
        Assert.Equal("", complaints);
        var snapshot = JsonNode.Parse(await File.ReadAllTextAsync(folder.File($"{size}.snapshot.json")))!;
        return new([.. snapshot["predictedResources"]!.AsArray().Select(resource => resource!)]);
    }
}
