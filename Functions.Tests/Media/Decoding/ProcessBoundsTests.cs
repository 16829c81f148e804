using News.Functions.Media.Decoding;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Media.Decoding;

/// <summary>What other programs may do with a file of a stranger.</summary>
public sealed class ProcessBoundsTests : IDisposable
{
    private const int Mebibyte = 1_048_576;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Within_its_bounds_it_is_heard() => Assert.Equal("xin chào\n", await Run("printf 'xin chào\\n'"));

    [Fact]
    public async Task Memory_is_bounded() => Assert.Null(await Run("all=$(head -c 200000000 /dev/zero | tr '\\0' a); echo ${#all}"));

    [Fact]
    public async Task What_it_writes_is_bounded()
    {
        Assert.Null(await Run("head -c 3000000 /dev/zero > large"));
        Assert.InRange(new FileInfo(_folder.File("large")).Length, 1, Mebibyte);
    }

    [Fact]
    public async Task Time_is_bounded_and_its_children_end_with_it()
    {
        Assert.Null(await Run("sleep 86399 & echo $! > child; wait", seconds: 1));
        var child = (await File.ReadAllTextAsync(_folder.File("child"), Ct)).Trim();
        Assert.True(await Poll.Until(() => Task.FromResult(!Lives(child))));
    }

    [Fact]
    public async Task Nothing_of_the_site_is_told_to_it() =>
        Assert.Empty((await Run("env | cut -d= -f1"))!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Except(["PATH", "PWD", "OLDPWD", "SHLVL", "_"]));

    private Task<string?> Run(string script, int seconds = 60) =>
        new BoundedProcess(100 * Mebibyte, Mebibyte, TimeSpan.FromSeconds(seconds)).Run("sh", ["-ec", script], _folder.File("."), Ct);

    /// <summary>One that has ended and is not yet buried has no command line.</summary>
    private static bool Lives(string id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Length > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
