using System.Text.RegularExpressions;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Infra;

/// <summary>The infrastructure compiles, and its linter has nothing to say: in bicepconfig.json every rule is an error.</summary>
public partial class BicepTests
{
    public static TheoryData<string> Templates => [.. Bicep.Files.Where(file => !file.Contains('/', StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Builds_without_a_word(string file)
    {
        var (template, complaints) = await Bicep.Run("build", "--stdout", file);
        Assert.Equal("", complaints);
        Assert.DoesNotContain("listKeys", template, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("listConnectionStrings", template, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("AccountKey=", template, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("small.bicepparam")]
    [InlineData("large.bicepparam")]
    public async Task Parameters_fit(string file)
    {
        var (parameters, complaints) = await Bicep.Run("build-params", "--stdout", file);
        Assert.Equal("", complaints);
        Assert.NotEqual("", parameters);
    }

    [Fact]
    public async Task Is_formatted()
    {
        using var copy = new TemporaryFolder();
        foreach (var file in Bicep.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(copy.File(file))!);
            File.Copy(Path.Combine(Bicep.Folder, file), copy.File(file));
        }

        await Bicep.Run("format", "--pattern", copy.File("**/*.bicep"));
        foreach (var file in Bicep.Files)
            Assert.Equal(await File.ReadAllTextAsync(copy.File(file)), await File.ReadAllTextAsync(Path.Combine(Bicep.Folder, file)));
    }

    [Fact]
    public void Every_module_is_used()
    {
        var used = Bicep.Files.SelectMany(file => Module().Matches(File.ReadAllText(Path.Combine(Bicep.Folder, file))).Select(match => match.Groups[1].Value));
        Assert.Equal(Bicep.Files.Except(["main.bicep", "events.bicep"]), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_output_is_a_secret_and_only_the_log_has_a_connection_string()
    {
        var sources = Bicep.Files.Select(file => File.ReadAllText(Path.Combine(Bicep.Folder, file))).ToList();
        Assert.DoesNotContain(
            sources.SelectMany(source => source.Split('\n')).Where(line => line.StartsWith("output ", StringComparison.Ordinal)),
            line => Secret().IsMatch(line) && !line.StartsWith("output previewSecretUri string", StringComparison.Ordinal));
        Assert.Equal(1, sources.Sum(source => source.Split("ConnectionString").Length - 1));
    }

    [GeneratedRegex(@"^module \w+ '([^']+)'", RegexOptions.Multiline)]
    private static partial Regex Module();

    [GeneratedRegex("key|secret|password|token|connection", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
