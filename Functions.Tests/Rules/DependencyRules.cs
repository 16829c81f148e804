using System.Text.RegularExpressions;
using News.Domain.Articles;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Rules;

/// <summary>Who may know whom.</summary>
public partial class DependencyRules
{
    /// <summary>What every capability may use; anything else in Functions is a capability of its own.</summary>
    private static readonly string[] _common = ["Http", "Reading", "Storage"];

    [Fact]
    public void Domain_references_only_the_BCL()
    {
        var references = typeof(ArticleHead).Assembly.GetReferencedAssemblies().Select(name => name.Name!);
        Assert.All(references, name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Capability_folders_do_not_reach_into_each_other()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "Functions")).Select(Path.GetFileName)
            .Where(folder => folder is not ("bin" or "obj" or "LocalHost" or "Worker" or "Properties")).ToList();
        Assert.Subset(folders.ToHashSet(), _common.ToHashSet<string?>());
        var reaching =
            from folder in folders
            from file in Sources(folder!)
            from used in UsedFolders(file)
            where used != folder && folders.Contains(used) && !_common.Contains(used)
            select $"{Path.GetRelativePath(Repository.Root, file)} uses {used}";
        Assert.Empty(reaching);
    }

    [Fact]
    public void Only_Program_knows_the_local_host()
    {
        var knowing = Sources("").Where(file => !file.Contains("/LocalHost/", StringComparison.Ordinal) && UsedFolders(file).Contains("LocalHost"));
        Assert.Equal(["Program.cs"], knowing.Select(Path.GetFileName));
    }

    [Fact]
    public void Clock_is_never_read_directly_even_where_the_build_does_not_look()
    {
        var sources = Directory.EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.EndsWith(nameof(DependencyRules) + ".cs", StringComparison.Ordinal));
        Assert.DoesNotContain(sources, file => ClockCall().IsMatch(File.ReadAllText(file)));
    }

    private static IEnumerable<string> Sources(string folder) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "Functions", folder), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static IEnumerable<string> UsedFolders(string file) =>
        Using().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^using (?:static )?News\.Functions\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b")]
    private static partial Regex ClockCall();
}
