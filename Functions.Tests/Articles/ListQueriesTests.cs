using News.Functions.Articles;
using News.Functions.Reading.Cache;
using News.Functions.Tests.Reading;
using Xunit;

namespace News.Functions.Tests.Articles;

/// <summary>What is remembered of query strings is what they mean now.</summary>
public class ListQueriesTests
{
    [Fact]
    public async Task Query_is_taken_apart_once_until_a_name_changes()
    {
        await using var site = new TestSite();
        await site.Section("moi-truong");
        var first = await Ask(site, "?section=moi-truong&limit=3");
        Assert.Same(first, await Ask(site, "?section=moi-truong&limit=3"));
        await site.Publish("bai-1", byline: "Một Người Mới");
        var anew = await Ask(site, "?section=moi-truong&limit=3");
        Assert.NotSame(first, anew);
        Assert.Equal(first, anew);
    }

    [Fact]
    public async Task Section_that_was_asked_for_in_vain_is_found_once_it_is_there()
    {
        await using var site = new TestSite();
        Assert.Null(await Ask(site, "?section=moi-truong"));
        await site.Section("moi-truong");
        Assert.Equal("feed:section:moi-truong", (await Ask(site, "?section=moi-truong"))?.Feed.Name);
    }

    [Fact]
    public async Task Invented_query_strings_push_out_no_bodies()
    {
        await using var site = new TestSite(room: 60_000);
        await site.Section("moi-truong");
        await site.Publish("bai-1");
        var list = await Ask(site, "");
        await site.Get<CardLists>().Of(list!, default);
        for (var n = 0; n < 5_000; n++)
            await Ask(site, $"?khong-co={n}");
        Assert.InRange(site.Get<ReadingCache>().Bytes, 500, 60_000);
        Assert.Equal(0, await site.Cost(async () => await site.Get<CardLists>().Of(list!, default)));
    }

    private static ValueTask<ListQuery?> Ask(TestSite site, string query) => site.Get<ListQueries>().Of(new(query), default);
}
