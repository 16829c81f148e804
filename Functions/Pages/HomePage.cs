using System.Text.Json;
using News.Domain.Lists;
using News.Domain.Site;
using News.Functions.Reading;
using News.Functions.Reading.Answers;
using News.Functions.Reading.Cache;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Site;

namespace News.Functions.Pages;

/// <summary>The front page, ready to send.</summary>
public sealed class HomePage(
    ReadingCache cache, CardStrips strips, PageBlocks blocks, FrontStore fronts, ArticleReader articles, Presenters presenters)
{
    private static readonly CacheKey _key = new("home", "");

    public async ValueTask<ReadAnswer> Ready(CancellationToken ct) =>
        (await cache.Get(_key, this, static (here, ct) => here.Make(ct), ct))!;

    private async ValueTask<ReadAnswer?> Make(CancellationToken ct)
    {
        var presenter = await presenters.Now(ct);
        var pinned = await Pinned(presenter, ct);
        var top = pinned.Select(pin => pin.Item).Concat((await strips.Newest(Feed.Latest, ct)).Items).FirstOrDefault();
        List<ReadOnlyMemory<byte>> sections = [];
        foreach (var section in presenter.Sections)
            sections.Add(await Show(section, pinned.Where(pin => pin.Section == section.Slug).Select(pin => pin.Item), top?.Id, ct));
        byte[] own = [.. "{\"top\":"u8, .. top is null ? "null"u8 : top.Json.Span, .. ",\"sections\":"u8, .. JsonArray.Of(sections), .. ","u8];
        return new(ReadyBody.Of([own, .. (await blocks.Shared(ct)).Parts, "}"u8.ToArray()], own.Length));
    }

    /// <summary>The pins that readers may see, in the newsroom's order.</summary>
    private async ValueTask<List<(string Section, CardStrip.Item Item)>> Pinned(NotingPresenter presenter, CancellationToken ct)
    {
        var pins = (await fronts.Home(ct)).Pinned;
        var cards = await articles.Cards(pins, ct);
        return [.. pins.Where(cards.ContainsKey).Select(id => (cards[id].Section, CardStrips.Show(cards[id], presenter)))];
    }

    /// <summary>A section with its pins first; what stands on top of the page is not told twice.</summary>
    private async ValueTask<byte[]> Show(Section section, IEnumerable<CardStrip.Item> pinned, string? top, CancellationToken ct)
    {
        var newest = await strips.Newest(Feed.Section(section.Slug), ct);
        var items = pinned.Concat(newest.Items).DistinctBy(item => item.Id).Where(item => item.Id != top).Take(PageLimits.HomeSection);
        var link = JsonSerializer.SerializeToUtf8Bytes(new(section.Slug, section.Name), NewsJson.Wire.SectionLink);
        return [.. "{\"section\":"u8, .. link, .. ",\"items\":"u8, .. JsonArray.Of(items.Select(item => item.Json)), .. "}"u8];
    }
}
