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

    /// <summary>What readers find at the slug, an article as its whole page; null where there is nothing for them.</summary>
    public ValueTask<ReadableArticle?> Find(string slug, CancellationToken ct) =>
        cache.Get(new(Kind, slug), (Here: this, slug), static (ask, ct) => ask.Here.Make(ask.slug, ct), ct);

    private async ValueTask<ReadableArticle?> Make(string slug, CancellationToken ct)
    {
        var found = await articles.Find(slug, ct);
        if (found is not ReadableArticle.Live article)
            return found;
        var shown = article.Answer.Body.Plain;
        var others = await strips.Newest(Feed.Section(article.Section), ct);
        var body = ReadyBody.Of(
        [
            "{\"article\":"u8.ToArray(),
            .. shown.Parts,
            ",\"otherNews\":"u8.ToArray(),
            .. others.Array(PageLimits.OtherNews, article.Id),
            ","u8.ToArray(),
            .. (await blocks.Shared(ct)).Parts,
            ",\"topic\":"u8.ToArray(),
            .. await Topic(article, ct),
            "}"u8.ToArray(),
        ],
            shown.Length);
        return article with { Answer = new(body, unlisted: article.Answer.Unlisted) };
    }

    private async ValueTask<IReadOnlyList<ReadOnlyMemory<byte>>> Topic(ReadableArticle.Live article, CancellationToken ct)
    {
        if (article.Topic is not { } topic)
            return ["null"u8.ToArray()];
        var strip = await strips.Newest(Feed.Topic(topic.Slug), ct);
        var name = JsonSerializer.SerializeToUtf8Bytes(topic, NewsJson.Wire.Tag);
        return ["{\"topic\":"u8.ToArray(), name, ",\"items\":"u8.ToArray(), .. strip.Array(PageLimits.Topic, article.Id), "}"u8.ToArray()];
    }
}
