using System.Text;
using News.Functions.Storage;
using News.Functions.Storage.Sqlite;
using Xunit;

namespace News.Functions.Tests.Storage.Sqlite;

/// <summary>
/// The process that <see cref="SqliteKillTests"/> kills: this test assembly, started with this one explicit test. It needs no
/// entry point of its own, and runs only when asked for by name.
/// </summary>
public sealed class SqliteKillChild
{
    public const string PathVariable = "NEWS_KILL_CHILD";
    public const string Mark = "acknowledged ";
    public const string Pk = "sequence";

    private const int Writers = 8;
    private static readonly byte[] _body = Encoding.UTF8.GetBytes($$"""{"text":"{{new string('x', 2000)}}"}""");

    [Fact(Explicit = true)]
    public async Task Commits_until_killed()
    {
        var path = Environment.GetEnvironmentVariable(PathVariable);
        Assert.SkipWhen(path is null, $"{PathVariable} is not set: nobody is there to kill this process.");
        await using var store = new SqliteDocumentStore(new(path), TimeProvider.System);
        // Not Console.Out, which a runner may capture. When the reader is gone the write fails, and this process ends.
        await using var output = Console.OpenStandardOutput();
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            while (true)
                await Commit(store, output, Interlocked.Increment(ref next));
        })));
    }

    // A line is one write to the pipe, which is atomic: writers need no lock, and no line is cut off.
    private static async Task Commit(SqliteDocumentStore store, Stream output, int n)
    {
        var ct = TestContext.Current.CancellationToken;
        Change[] changes = [Change.Put($"{n:D8}", _body), Change.Put($"{n:D8}.twin", _body)];
        Assert.IsType<CommitResult.Done>(await store.Commit(Pk, changes, ct));
        await output.WriteAsync(Encoding.UTF8.GetBytes($"{Mark}{n}\n"), ct);
    }
}
