using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using News.Domain.Articles;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Rules;

/// <summary>The README's tables are those of the code, both ways.</summary>
public partial class ReadmeRules
{
    private static readonly string _readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void Settings_are_those_of_the_code() => Assert.Equal(
        Settings.All.Select(setting => $"| `{setting.Key}` | {Code(setting.Default)} | {setting.Meaning} |"),
        Section("## Settings").Where(line => line.StartsWith("| `", StringComparison.Ordinal)));

    [Fact]
    public void Limits_are_those_of_the_code()
    {
        var limits = from type in typeof(Program).Assembly.GetExportedTypes().Concat(typeof(ArticleHead).Assembly.GetExportedTypes())
                     where type.Name.EndsWith("Limits", StringComparison.Ordinal)
                     from field in type.GetFields(BindingFlags.Public | BindingFlags.Static)
                     where field.IsLiteral
                     select $"`{type.Name}.{field.Name}` | {((IConvertible)field.GetRawConstantValue()!).ToInt64(CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture)}";
        var documented = Section("## Limits").Select(line => LimitRow().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value);
        Assert.Equal(limits.Order(), documented.Order());
    }

    private static string Code(string text) => text.Length == 0 ? "" : $"`{text}`";

    private static IEnumerable<string> Section(string title)
    {
        var text = _readme[(_readme.IndexOf(title, StringComparison.Ordinal) + title.Length)..];
        return text.Split("\n## ")[0].Split('\n').Select(line => line.Replace("| |", "|  |", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\| (`\w+Limits\.\w+` \| [\d,]+) \|")]
    private static partial Regex LimitRow();
}
