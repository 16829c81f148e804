using News.Functions.Storage;
using Xunit;

namespace News.Functions.Tests.Contracts;

/// <summary>A change is made only where it finds what it expects, and a commit wholly or not at all.</summary>
public abstract class ExpectationContract(StoreEngine engine) : StoreContract(engine)
{
    private const string Unknown = "0123456789abcdef";

    public sealed class OnCosmos() : ExpectationContract(new CosmosEngine());

    public sealed class OnMemory() : ExpectationContract(new MemoryEngine());

    public sealed class OnSqlite() : ExpectationContract(new SqliteEngine());

    [Fact]
    public async Task Absent_holds_where_nothing_is() => await Done(Put("a", "1", Expectation.Absent));

    [Fact]
    public async Task Absent_holds_after_a_delete()
    {
        await Done(Put("a"));
        await Done(Change.Delete("a"));
        await Done(Put("a", "2", Expectation.Absent));
        Assert.Equal("2", await Body("a"));
    }

    [Fact]
    public async Task Absent_is_refused_where_a_document_is()
    {
        var etag = await Written(Put("a", "1"));
        await Refused(0, Refusal.Exists, Put("a", "2", Expectation.Absent));
        Assert.Equal("1", await Body("a"));
        Assert.Equal(etag, (await Read("a"))!.ETag);
    }

    [Fact]
    public async Task Match_holds_for_the_ETag_of_the_last_write()
    {
        var first = await Written(Put("a", "1"));
        var second = await Written(Put("a", "2", Expectation.Match(first)));
        await Done(Put("a", "3", Expectation.Match(second)));
        Assert.Equal("3", await Body("a"));
    }

    [Fact]
    public async Task Match_holds_for_ETags_from_read_and_page()
    {
        await Done(Put("a", "1"));
        await Done(Put("a", "2", Expectation.Match((await Read("a"))!.ETag)));
        await Done(Put("a", "3", Expectation.Match((await Page()).Items[0].ETag)));
        Assert.Equal("3", await Body("a"));
    }

    [Fact]
    public async Task Match_is_refused_for_an_older_ETag()
    {
        var first = await Written(Put("a", "1"));
        await Done(Put("a", "2"));
        await Refused(0, Refusal.Changed, Put("a", "3", Expectation.Match(first)));
        Assert.Equal("2", await Body("a"));
    }

    [Fact]
    public async Task Match_is_refused_for_another_documents_ETag()
    {
        var etags = await Done(Put("a", "1"), Put("b", "1"));
        await Refused(0, Refusal.Changed, Put("a", "2", Expectation.Match(etags[1]!)));
    }

    [Theory]
    [InlineData(Unknown)]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("\"tiếng Việt\"")]
    public async Task Match_is_refused_for_what_was_never_an_ETag(string etag)
    {
        await Done(Put("a", "1"));
        await Refused(0, Refusal.Changed, Put("a", "2", Expectation.Match(etag)));
        await Refused(0, Refusal.Missing, Put("b", "2", Expectation.Match(etag)));
        Assert.Equal("1", await Body("a"));
    }

    [Fact]
    public async Task Match_is_refused_where_nothing_is()
    {
        await Refused(0, Refusal.Missing, Put("a", "1", Expectation.Match(Unknown)));
        Assert.Null(await Read("a"));
    }

    [Fact]
    public async Task Match_is_refused_after_a_delete()
    {
        var etag = await Written(Put("a"));
        await Done(Change.Delete("a"));
        await Refused(0, Refusal.Missing, Put("a", "2", Expectation.Match(etag)));
    }

    [Fact]
    public async Task Delete_of_nothing_succeeds_when_nothing_is_expected() =>
        Assert.Equal([null, null], await Done(Change.Delete("a"), Change.Delete("b")));

    [Fact]
    public async Task Delete_with_the_right_ETag_removes()
    {
        var etag = await Written(Put("a"));
        Assert.Equal([null], await Done(Change.Delete("a", Expectation.Match(etag))));
        Assert.Null(await Read("a"));
    }

    [Fact]
    public async Task Delete_with_an_older_ETag_is_refused()
    {
        var etag = await Written(Put("a", "1"));
        await Done(Put("a", "2"));
        await Refused(0, Refusal.Changed, Change.Delete("a", Expectation.Match(etag)));
        Assert.Equal("2", await Body("a"));
    }

    [Fact]
    public async Task Delete_with_an_ETag_is_refused_where_nothing_is() =>
        await Refused(0, Refusal.Missing, Change.Delete("a", Expectation.Match(Unknown)));

    [Fact]
    public async Task Delete_cannot_expect_that_nothing_is_there() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(Change.Delete("a", Expectation.Absent)).AsTask());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(99)]
    public async Task Refusal_of_one_change_undoes_all_and_names_it(int index)
    {
        await Done(Put("there", "1"), Put("kept", "1"));
        var changes = Enumerable.Range(0, 98).Select(n => Put($"n{n:D2}")).Append(Change.Delete("kept")).ToList();
        changes.Insert(index, Put("there", "2", Expectation.Absent));
        await Refused(index, Refusal.Exists, [.. changes]);
        Assert.Equal(["kept", "there"], Ids(await Page()));
        Assert.Equal(["1", "1"], [await Body("there"), await Body("kept")]);
    }

    [Fact]
    public async Task Refusal_names_the_first_of_several_by_order()
    {
        var etag = await Written(Put("there"));
        var missing = Put("z", expect: Expectation.Match(Unknown));
        var exists = Put("there", expect: Expectation.Absent);
        var changed = Put("there", expect: Expectation.Match(Unknown));
        await Refused(1, Refusal.Missing, Put("new"), missing, exists);
        await Refused(1, Refusal.Exists, Put("new"), exists, missing);
        await Refused(2, Refusal.Changed, Put("a", expect: Expectation.Absent), Change.Delete("b"), changed, missing);
        Assert.Equal(etag, (await Read("there"))!.ETag);
        Assert.Equal(["there"], Ids(await Page()));
    }

    [Fact]
    public async Task Commit_is_made_when_every_expectation_holds()
    {
        var etags = await Done(Put("a", "1"), Put("b", "1"));
        await Done(
            Put("a", "2", Expectation.Match(etags[0]!)),
            Change.Delete("b", Expectation.Match(etags[1]!)),
            Put("c", "2", Expectation.Absent),
            Put("d", "2"));
        Assert.Equal(["2", null, "2", "2"], [await Body("a"), await Body("b"), await Body("c"), await Body("d")]);
    }

    [Fact]
    public async Task Store_goes_on_after_a_refusal()
    {
        await Done(Put("a", "1"));
        await Refused(1, Refusal.Exists, Put("b"), Put("a", "2", Expectation.Absent));
        await Done(Put("b", "3", Expectation.Absent));
        Assert.Equal("3", await Body("b"));
    }
}
