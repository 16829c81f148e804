using System.Reflection;
using System.Text.RegularExpressions;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Rules;

/// <summary>The tests that SECURITY.md names are there, and each threat names one.</summary>
public partial class SecurityPageRules
{
    private static readonly string[] _threats =
        [.. File.ReadAllText(Path.Combine(Repository.Root, "SECURITY.md")).Split("| threat |")[1].Split("\n## ")[0].Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| --", StringComparison.Ordinal))];

    private static readonly ILookup<string, string> _tests = typeof(SecurityPageRules).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods().Where(method => method.GetCustomAttributes().Any(attribute => attribute is FactAttribute)).Select(method => (type.Name, Method: method.Name)))
        .ToLookup(test => test.Name, test => test.Method);

    [Fact]
    public void Every_test_it_names_exists()
    {
        var missing = from name in _threats.SelectMany(threat => TestName().Matches(threat.Split('|')[^2]))
                      let parts = name.Groups[1].Value.Split('.')
                      where !_tests[parts[0]].Any(test => parts.Length == 1 || test.Contains(parts[1], StringComparison.Ordinal))
                      select name.Value;
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_threat_names_one()
    {
        Assert.True(_threats.Length > 20);
        Assert.All(_threats, threat => Assert.Matches(TestName(), threat.Split('|')[^2]));
    }

    [GeneratedRegex(@"`([A-Z]\w+(?:\.\w+)?)`")]
    private static partial Regex TestName();
}
