using System.Text.Json;
using News.Domain.Lists;
using News.Functions.Reading;
using News.Functions.Reading.Answers;
using News.Functions.Reading.Cache;

namespace News.Functions.Pages;

/// <summary>Pages of articles, ready to send: the article and shared fragments, put together without copying them.</summary>
public sealed class ArticlePages(ReadingCache cache, ReadableArticles articles, CardStrips strips, PageBlocks blocks)
{
    private const string Kind = "page";
    private const string OthersKind = "others";

    /// <summary>What readers find at the slug, an article as its whole page; null where there is nothing for them.</summary>
    public ValueTask<ReadableArticle?> Find(string slug, CancellationToken ct) =>
        cache.Get(new(Kind, slug), (Here: this, slug), static (ask, ct) => ask.Here.Make(ask.slug, ct), ct);

    private async ValueTask<ReadableArticle?> Make(string slug, CancellationToken ct)
    {
        var found = await articles.Find(slug, ct);
        if (found is not ReadableArticle.Live article)
            return found;
        var shown = article.Answer.Body.Plain;
        var topic = await Topic(article, ct);
        var body = ReadyBody.Of(
        [
            "{\"article\":"u8.ToArray(),
            .. shown.Parts,
            ",\"otherNews\":"u8.ToArray(),
            (await OtherNews(article, ct)).Json,
            ","u8.ToArray(),
            (await blocks.Shared(ct)).Json,
            ",\"topic\":"u8.ToArray(),
            topic,
            "}"u8.ToArray(),
        ],
            shown.Length + topic.Length);
        return article with { Answer = new(body, unlisted: article.Answer.Unlisted) };
    }

    /// <summary>The same for every article of the section that is not among its newest.</summary>
    private async ValueTask<Fragment> OtherNews(ReadableArticle.Live article, CancellationToken ct)
    {
        var feed = Feed.Section(article.Section);
        var strip = await strips.Newest(feed, ct);
        var without = strip.Items.Take(PageLimits.OtherNews).Any(item => item.Id == article.Id) ? article.Id : "";
        var fragment = await cache.Get(
            new(OthersKind, $"{feed} {without}"),
            (strips, feed, without),
            static async (ask, ct) =>
                new Fragment((await ask.strips.Newest(ask.feed, ct)).Array(PageLimits.OtherNews, ask.without)),
            ct);
        return fragment!;
    }

    private async ValueTask<byte[]> Topic(ReadableArticle.Live article, CancellationToken ct)
    {
        if (article.Topic is not { } topic)
            return "null"u8.ToArray();
        var strip = await strips.Newest(Feed.Topic(topic.Slug), ct);
        var name = JsonSerializer.SerializeToUtf8Bytes(topic, NewsJson.Wire.Tag);
        return [.. "{\"topic\":"u8, .. name, .. ",\"items\":"u8, .. strip.Array(PageLimits.Topic, article.Id), .. "}"u8];
    }
}
