using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Rules;

/// <summary>How large things may get, and what they may be called.</summary>
public class HouseRules
{
    private const int MostLines = 250;
    private const int MostFiles = 12;
    private static readonly string[] _emptyNames = ["Common", "Utils", "Util", "Helpers", "Helper", "Services", "Managers", "Manager", "Internal", "Misc", "Shared"];

    private static readonly List<string> _sources = [.. Directory.EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))];

    [Fact]
    public void Files_stay_short() =>
        Assert.Empty(_sources.Where(file => File.ReadLines(file).Count() > MostLines).Select(Name));

    [Fact]
    public void Folders_stay_small_and_shallow()
    {
        var folders = _sources.GroupBy(file => Path.GetDirectoryName(file)!).ToList();
        Assert.Empty(folders.Where(folder => folder.Count() > MostFiles).Select(folder => $"{Name(folder.Key)}: {folder.Count()}"));
        Assert.Empty(folders.Where(folder => Name(folder.Key).Split('/').Length > 3).Select(folder => Name(folder.Key)));
    }

    [Fact]
    public void Names_say_what_is_in_them() => Assert.DoesNotContain(
        _sources.SelectMany(file => Name(file).Split('/', '.')),
        part => _emptyNames.Contains(part, StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void Nothing_is_left_open() => Assert.Empty(_sources
        .Where(file => Path.GetFileName(file) != nameof(HouseRules) + ".cs")
        .Where(file => File.ReadLines(file).Any(line => line.Contains("TODO", StringComparison.Ordinal) || line.Contains("FIXME", StringComparison.Ordinal)))
        .Select(Name));

    private static string Name(string path) => Path.GetRelativePath(Repository.Root, path);
}
