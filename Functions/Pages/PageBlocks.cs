using News.Domain.Articles;
using News.Domain.Lists;
using News.Functions.Reading;
using News.Functions.Reading.Cache;

namespace News.Functions.Pages;

/// <summary>The blocks that stand on every page: most read, videos, and the tabs of e-magazine, infographic and video.</summary>
public sealed class PageBlocks(ReadingCache cache, CardStrips strips)
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
            .. "\"mostRead\":"u8, .. newest.Array(PageLimits.MostRead),
            .. ",\"videos\":"u8, .. videos.Array(PageLimits.Videos),
            .. ",\"multimedia\":{\"eMagazine\":"u8, .. magazine.Array(PageLimits.Multimedia),
            .. ",\"infographic\":"u8, .. infographic.Array(PageLimits.Multimedia),
            .. ",\"video\":"u8, .. videos.Array(PageLimits.Multimedia), .. "}"u8,
        ]);
    }
}
