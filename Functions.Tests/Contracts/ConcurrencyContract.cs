using System.Globalization;
using System.Text;
using News.Functions.Storage;
using Xunit;

namespace News.Functions.Tests.Contracts;

/// <summary>Many at once: nothing is lost, nothing is seen half done, and what was cancelled did not begin.</summary>
public abstract class ConcurrencyContract(StoreEngine engine) : StoreContract(engine)
{
    public sealed class OnCosmos() : ConcurrencyContract(new CosmosEngine());

    public sealed class OnMemory() : ConcurrencyContract(new MemoryEngine());

    public sealed class OnSqlite() : ConcurrencyContract(new SqliteEngine());

    [Fact]
    public async Task A_hundred_writers_of_one_counter_lose_nothing()
    {
        await Done(Put("counter", "0"));
        await Together(100, async _ => await Count());
        Assert.Equal("100", await Body("counter"));
    }

    [Fact]
    public async Task Of_a_hundred_who_expect_absent_one_wins()
    {
        var results = await Together(100, n => Commit(Put("slug", $"{n}", Expectation.Absent)).AsTask());
        Assert.Single(results, result => result is CommitResult.Done);
        Assert.Equal(99, results.Count(result => result == new CommitResult.Refused(0, Refusal.Exists)));
    }

    [Fact]
    public async Task Writers_of_different_documents_all_succeed()
    {
        await Together(100, n => Done(Put($"n{n:D2}", $"{n}")));
        var bodies = (await Page()).Items.Select(item => Encoding.UTF8.GetString(item.Body.Span));
        Assert.Equal(Enumerable.Range(0, 100).Select(n => $"{n}"), bodies);
    }

    [Fact]
    public async Task Writer_reads_its_own_write()
    {
        await Together(20, async writer =>
        {
            for (var n = 0; n < 10; n++)
            {
                var etag = await Written(Put($"w{writer}", $"{n}"));
                Assert.Equal(etag, (await Read($"w{writer}"))!.ETag);
            }
        });
    }

    [Fact]
    public async Task Page_never_shows_half_a_commit()
    {
        await Done(Generation(0));
        var writing = Write(100);
        await Together(4, async _ =>
        {
            while (!writing.IsCompleted)
                Assert.Single((await Page()).Items.Select(item => Encoding.UTF8.GetString(item.Body.Span)).Distinct());
        });
        await writing;
    }

    [Fact]
    public async Task Page_never_shows_documents_that_replace_each_other_together()
    {
        await Done(Put("a", "0"));
        var writing = Swap(100);
        await Together(4, async _ =>
        {
            while (!writing.IsCompleted)
                Assert.Single((await Page()).Items);
        });
        await writing;
    }

    [Fact]
    public async Task Cancelled_before_the_start_nothing_happens()
    {
        var ct = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.Commit(Pk, [Put("a")], ct));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.Read(Pk, "a", ct));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.Page(Pk, new(), ct));
        await Done(Put("b"));
        Assert.Equal(["b"], Ids(await Page()));
    }

    private static Change[] Generation(int n) => [.. Enumerable.Range(0, 20).Select(id => Put($"n{id:D2}", $"{n}"))];

    private static Task<T[]> Together<T>(int count, Func<int, Task<T>> work) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(n => Task.Run(() => work(n), Ct)));

    private static Task Together(int count, Func<int, Task> work) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(n => Task.Run(() => work(n), Ct)));

    private async Task Count()
    {
        CommitResult result;
        do
        {
            var found = (await Read("counter"))!;
            var next = int.Parse(found.Body.Span, CultureInfo.InvariantCulture) + 1;
            result = await Commit(Put("counter", $"{next}", Expectation.Match(found.ETag)));
        }
        while (result is CommitResult.Refused);
    }

    private async Task Write(int generations)
    {
        for (var n = 1; n <= generations; n++)
            await Done(Generation(n));
    }

    private async Task Swap(int times)
    {
        for (var n = 0; n < times; n++)
            await (n % 2 == 0 ? Done(Put("z"), Change.Delete("a")) : Done(Put("a"), Change.Delete("z")));
    }
}
