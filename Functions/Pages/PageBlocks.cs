using News.Domain.Articles;
using News.Domain.Lists;
using News.Domain.MostRead;
using News.Functions.Reading;
using News.Functions.Reading.Cache;

namespace News.Functions.Pages;

/// <summary>The blocks that stand on every page: most read, videos, and the tabs of e-magazine, infographic and video.</summary>
public sealed class PageBlocks(ReadingCache cache, CardStrips strips, MostReadCards mostRead, Presenters presenters)
{
    private static readonly CacheKey _key = new("blocks", "");

    /// <summary>The members <c>mostRead</c>, <c>videos</c> and <c>multimedia</c>, as they stand in a page's JSON.</summary>
    public async ValueTask<Fragment> Shared(CancellationToken ct) =>
        (await cache.Get(_key, this, static (here, ct) => here.Make(ct), ct))!;

    private async ValueTask<Fragment?> Make(CancellationToken ct)
    {
        var newest = await strips.Newest(Feed.Latest, ct);
        var videos = await strips.Newest(Feed.Format(ArticleFormat.Video), ct);
        var magazine = await strips.Newest(Feed.Format(ArticleFormat.EMagazine), ct);
        var infographic = await strips.Newest(Feed.Format(ArticleFormat.Infographic), ct);
        return new(
        [
            "\"mostRead\":"u8.ToArray(),
            JsonArray.Of((await MostRead(newest, ct)).Select(item => item.Json)),
            ",\"videos\":"u8.ToArray(),
            .. videos.Array(PageLimits.Videos),
            ",\"multimedia\":{\"eMagazine\":"u8.ToArray(),
            .. magazine.Array(PageLimits.Multimedia),
            ",\"infographic\":"u8.ToArray(),
            .. infographic.Array(PageLimits.Multimedia),
            ",\"video\":"u8.ToArray(),
            .. videos.Array(PageLimits.Multimedia),
            "}"u8.ToArray(),
        ]);
    }

    /// <summary>The most read of the last day; where they are too few, filled up with the newest that are not yet among them.</summary>
    private async ValueTask<IEnumerable<CardStrip.Item>> MostRead(CardStrip newest, CancellationToken ct)
    {
        var list = await mostRead.Of(Window.Last24Hours, null, PageLimits.MostRead, ct);
        var presenter = await presenters.Now(ct);
        var read = list?.Items.Select(item => CardStrips.Show(item.Card, presenter)) ?? [];
        return read.Concat(newest.Items).DistinctBy(item => item.Id).Take(PageLimits.MostRead);
    }
}
