using News.Functions.Storage;
using Xunit;

namespace News.Functions.Tests.Contracts;

/// <summary>A document past its time is absent to everyone at once, whether or not its space has been given back.</summary>
public abstract class TimeToLiveContract(StoreEngine engine) : StoreContract(engine)
{
    public sealed class OnCosmos() : TimeToLiveContract(new CosmosEngine());

    public sealed class OnMemory() : TimeToLiveContract(new MemoryEngine());

    public sealed class OnSqlite() : TimeToLiveContract(new SqliteEngine());

    [Fact]
    public async Task Document_lives_until_its_time()
    {
        await Done(Put("a", "1", seconds: 60), Put("b", "1"));
        await LetPass(1);
        Assert.Equal("1", await Body("a"));
        Assert.Equal(["a", "b"], Ids(await Page()));
    }

    [Fact]
    public async Task Expired_document_is_absent_to_reads()
    {
        await Done(Put("a", seconds: 1));
        await LetPass(2);
        Assert.Null(await Read("a"));
    }

    [Fact]
    public async Task Expired_document_is_absent_to_pages_and_their_More()
    {
        await Done(Put("a"), Put("b", seconds: 1), Put("c"), Put("d", seconds: 1));
        await LetPass(2);
        foreach (var backward in new[] { false, true })
        {
            var page = await Page(backward: backward, take: 2);
            Assert.Equal(["a", "c"], Ids(page).Order());
            Assert.False(page.More);
        }
    }

    [Fact]
    public async Task Absent_holds_where_a_document_expired()
    {
        await Done(Put("a", "1", seconds: 1));
        await Refused(0, Refusal.Exists, Put("a", "2", Expectation.Absent));
        await LetPass(2);
        await Done(Put("a", "3", Expectation.Absent));
        Assert.Equal("3", await Body("a"));
    }

    [Fact]
    public async Task Match_is_refused_as_missing_where_a_document_expired()
    {
        var etag = await Written(Put("a", "1", seconds: 1));
        await LetPass(2);
        await Refused(0, Refusal.Missing, Put("a", "2", Expectation.Match(etag)));
        await Refused(0, Refusal.Missing, Change.Delete("a", Expectation.Match(etag)));
    }

    [Fact]
    public async Task Expired_document_may_be_replaced_and_deleted_when_nothing_is_expected()
    {
        await Done(Put("a", "1", seconds: 1), Put("b", "1", seconds: 1));
        await LetPass(2);
        await Done(Put("a", "2"), Change.Delete("b"));
        Assert.Equal(["2", null], [await Body("a"), await Body("b")]);
    }

    [Fact]
    public async Task Write_without_a_time_lives_for_ever()
    {
        await Done(Put("a", "1", seconds: 1));
        await Done(Put("a", "2"));
        await LetPass(3);
        Assert.Equal("2", await Body("a"));
    }

    [Fact]
    public async Task Write_starts_the_time_anew()
    {
        await Done(Put("a", "1", seconds: 2), Put("b", "1"));
        await Done(Put("a", "2", seconds: 600), Put("b", "2", seconds: 1));
        await LetPass(3);
        Assert.Equal(["2", null], [await Body("a"), await Body("b")]);
    }

    [Fact]
    public async Task Refused_write_leaves_the_time_as_it_was()
    {
        await Done(Put("a", "1", seconds: 600));
        await Refused(0, Refusal.Exists, Put("a", "2", Expectation.Absent, seconds: 1));
        await LetPass(2);
        Assert.Equal("1", await Body("a"));
    }

    [Fact]
    public async Task Writing_much_after_expiry_takes_only_what_expired()
    {
        await Done([.. Enumerable.Range(0, 100).Select(n => Put($"n{n:D2}", seconds: n % 2 == 0 ? 1 : 600))]);
        await LetPass(2);
        for (var write = 0; write < 10; write++)
            await Done(Put("other"));
        Assert.Equal(51, (await Page()).Items.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1000)]
    [InlineData(500)]
    [InlineData(1500)]
    public async Task Time_is_whole_seconds_and_at_least_one(int milliseconds)
    {
        var change = Change.Put("a", Utf8("1"), timeToLive: TimeSpan.FromMilliseconds(milliseconds));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Commit(change));
        Assert.Null(await Read("a"));
    }
}
