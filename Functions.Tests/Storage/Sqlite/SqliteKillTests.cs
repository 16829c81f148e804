using System.Diagnostics;
using System.Globalization;
using News.Functions.Storage;
using Xunit;

namespace News.Functions.Tests.Storage.Sqlite;

/// <summary>A process that commits is killed at a random moment; what it was told is durable must be there.</summary>
public sealed class SqliteKillTests
{
    private static readonly int _rounds = Environment.GetEnvironmentVariable("NEWS_SOAK") == "1" ? 30 : 3;

    public static TheoryData<int> Rounds => [.. Enumerable.Range(1, _rounds)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Rounds))]
    public async Task Acknowledged_commits_survive_a_kill(int round)
    {
        using var file = new SqliteFile();
        var acknowledged = await Killed(file.Path, after: round * Random.Shared.Next(1, 400));
        await using var store = file.Open();
        Assert.NotEmpty(acknowledged);
        foreach (var n in acknowledged)
            Assert.NotNull(await store.Read(SqliteKillChild.Pk, $"{n:D8}", Ct));
        Assert.Equal(0, file.Run("SELECT count(*) FROM (SELECT 1 FROM documents GROUP BY substr(id, 1, 8) HAVING count(*) <> 2)"));
        Assert.IsType<CommitResult.Done>(await store.Commit("after", [Change.Put("a", "1"u8.ToArray())], Ct));
    }

    private static async Task<List<int>> Killed(string path, int after)
    {
        using var child = Process.Start(Child(path))!;
        var acknowledged = new List<int>();
        try
        {
            // What is still in the pipe after the kill was acknowledged too.
            while (await child.StandardOutput.ReadLineAsync(Ct) is { } line)
            {
                if (line.StartsWith(SqliteKillChild.Mark, StringComparison.Ordinal))
                    acknowledged.Add(int.Parse(line.AsSpan(SqliteKillChild.Mark.Length), CultureInfo.InvariantCulture));
                if (acknowledged.Count == after)
                    child.Kill();
            }
        }
        finally
        {
            child.Kill();
            await child.WaitForExitAsync(Ct);
        }
        return acknowledged;
    }

    private static ProcessStartInfo Child(string path)
    {
        var method = $"{typeof(SqliteKillChild).FullName}.{nameof(SqliteKillChild.Commits_until_killed)}";
        return new("dotnet", [typeof(SqliteKillChild).Assembly.Location, "-noLogo", "-explicit", "only", "-method", method])
        {
            RedirectStandardOutput = true,
            Environment = { [SqliteKillChild.PathVariable] = path },
        };
    }
}
