using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Rules;

/// <summary>
/// The app is published compiled ahead, by a compiler that comes with the packages. A restore that does not know so leaves it out,
/// which shows only on a machine that no earlier build has brought it to.
/// </summary>
public class PublishRules
{
    [Theory]
    [InlineData("news")]
    [InlineData("Dockerfile")]
    public void Restore_before_publishing_knows_of_compiling_ahead(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, file));
        var publish = Assert.Single(lines, line => line.Contains("dotnet publish", StringComparison.Ordinal));
        var restores = lines.Where(line => line.Contains("dotnet restore Functions ", StringComparison.Ordinal)).ToList();
        Assert.Equal(restores.Count > 0, publish.Contains("--no-restore", StringComparison.Ordinal));
        Assert.All(restores, restore => Assert.Contains("-p:PublishReadyToRun=true", restore, StringComparison.Ordinal));
    }
}
