using System.Text;
using News.Functions.Storage;
using Xunit;

namespace News.Functions.Tests.Contracts;

/// <summary>Pages are slices of one partition in ordinal order.</summary>
public abstract class PagingContract(StoreEngine engine) : StoreContract(engine)
{
    // As the bytes sort: '-' '.' digits ':' upper '_' lower; and a prefix before what it begins.
    private static readonly string[] _ordered =
    [
        "-", "-.", "0", "00", "1", "10", "2", ":",
        "A", "A-", "A.", "A0", "A:", "AA", "A_", "Aa", "Z", "_", "a", "a-", "aZ", "aa", "b", "z",
    ];

    public sealed class OnCosmos() : PagingContract(new CosmosEngine());

    public sealed class OnMemory() : PagingContract(new MemoryEngine());

    public sealed class OnSqlite() : PagingContract(new SqliteEngine());

    [Fact]
    public async Task Empty_partition_has_an_empty_page()
    {
        var page = await Page();
        Assert.Empty(page.Items);
        Assert.False(page.More);
    }

    [Fact]
    public async Task Order_is_ordinal()
    {
        await Fill(_ordered.Reverse());
        Assert.Equal(_ordered, Ids(await Page()));
        Assert.Equal(_ordered.Order(StringComparer.Ordinal), _ordered);
    }

    [Fact]
    public async Task Backward_is_the_reverse()
    {
        await Fill(_ordered);
        Assert.Equal(_ordered.Reverse(), Ids(await Page(backward: true)));
    }

    [Fact]
    public async Task Items_carry_id_ETag_and_body()
    {
        var etags = await Done(Put("b", "2"), Put("a", "1"));
        var items = (await Page()).Items;
        Assert.Equal([("a", etags[1], "1"), ("b", etags[0], "2")], items.Select(item => (item.Id, item.ETag, Text(item)))!);
    }

    [Theory]
    [InlineData(null, null, "a b c d e")]
    [InlineData("b", null, "c d e")]
    [InlineData(null, "d", "a b c")]
    [InlineData("b", "e", "c d")]
    [InlineData("bb", "d.", "c d")]
    [InlineData("c", "d", "")]
    [InlineData("c", "c", "")]
    [InlineData("d", "b", "")]
    [InlineData("e", null, "")]
    [InlineData(null, "a", "")]
    [InlineData("0", "z", "a b c d e")]
    public async Task Bounds_are_exclusive_both_ways(string? from, string? to, string expected)
    {
        await Fill("a", "b", "c", "d", "e");
        var ids = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ids, Ids(await Page(from, to)));
        Assert.Equal(ids.Reverse(), Ids(await Page(from, to, backward: true)));
    }

    [Theory]
    [InlineData("rev:", "rev:z", "rev:000001 rev:000002")]
    [InlineData("rev:", "rev:000002", "rev:000001")]
    [InlineData("rev", "revz", "rev:000001 rev:000002 reviewer")]
    [InlineData("log:000001", "rev:000001", "log:0000010")]
    public async Task Bounds_may_be_prefixes_of_ids(string from, string to, string expected)
    {
        await Fill("card", "head", "log:000001", "log:0000010", "rev:000001", "rev:000002", "reviewer");
        Assert.Equal(expected.Split(' '), Ids(await Page(from, to)));
        Assert.Equal(expected.Split(' ').Reverse(), Ids(await Page(from, to, backward: true)));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(6, false)]
    public async Task Take_bounds_the_items_and_More_tells_of_the_rest(int take, bool more)
    {
        await Fill("a", "b", "c", "d", "e");
        foreach (var backward in new[] { false, true })
        {
            var page = await Page(backward: backward, take: take);
            Assert.Equal(Math.Min(take, 5), page.Items.Count);
            Assert.Equal(more, page.More);
        }
    }

    [Fact]
    public async Task More_looks_no_further_than_the_bound()
    {
        await Fill("a", "b", "c");
        Assert.False((await Page(to: "c", take: 2)).More);
        Assert.False((await Page(from: "a", backward: true, take: 2)).More);
        Assert.True((await Page(to: "c", take: 1)).More);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 7)]
    [InlineData(false, 100)]
    [InlineData(true, 100)]
    public async Task Continuing_after_the_last_item_gives_everything_once(bool backward, int take)
    {
        var ids = Enumerable.Range(0, 250).Select(n => $"{n:D4}").ToArray();
        foreach (var chunk in ids.Chunk(100))
            await Fill(chunk);
        Assert.Equal(backward ? ids.Reverse() : ids, await Everything(backward, take));
    }

    [Fact]
    public async Task Page_holds_a_hundred()
    {
        await Fill(Enumerable.Range(0, 100).Select(n => $"{n:D3}"));
        Assert.Equal(100, (await Page()).Items.Count);
        await Fill("100");
        var page = await Page();
        Assert.Equal((100, true), (page.Items.Count, page.More));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Page_stops_before_its_bytes_are_passed_and_loses_nothing(bool backward)
    {
        var ids = new[] { "a", "b", "c", "d", "e", "f", "g" };
        foreach (var id in ids)
            await Done(Change.Put(id, Utf8($"\"{new string('x', 1_400_000)}\"")));
        var page = await Page(backward: backward);
        Assert.True(page.More);
        Assert.InRange(page.Items.Sum(item => (long)item.Body.Length), 1, StoreLimits.PageBytes);
        Assert.Equal(backward ? ids.Reverse() : ids, await Everything(backward, 100));
    }

    private static string Text(Document item) => Encoding.UTF8.GetString(item.Body.Span);

    private async Task<List<string>> Everything(bool backward, int take)
    {
        var all = new List<string>();
        for (var more = true; more;)
        {
            var last = all.LastOrDefault();
            var page = await Page(backward ? null : last, backward ? last : null, backward, take);
            all.AddRange(Ids(page));
            more = page.More;
        }
        return all;
    }
}
