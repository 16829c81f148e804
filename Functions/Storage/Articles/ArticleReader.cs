using System.Text.Json;
using News.Domain.Articles;
using News.Domain.Lists;
using News.Domain.Media;
using News.Domain.Projection;
using News.Functions.Storage.Media;

namespace News.Functions.Storage.Articles;

/// <summary>Reads articles and what follows from them.</summary>
public sealed class ArticleReader(IDocumentStore store)
{
    /// <summary>What the slug answers; null where nobody has it.</summary>
    public async ValueTask<SlugAnswer?> Slug(string slug, CancellationToken ct) =>
        await store.Read(SlugAnswer.Partition(slug), SlugAnswer.DocumentId, ct) is { } document
            ? SlugJson.Read(document.Body)
            : null;

    /// <summary>The head and the ETag to expect when writing it.</summary>
    public async ValueTask<StoredHead?> Head(string articleId, CancellationToken ct) =>
        await store.Read(ArticleKeys.Partition(articleId), ArticleKeys.Head, ct) is { } document
            ? new(JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.ArticleHead)!, document.ETag)
            : null;

    /// <summary>The content of a version that has one.</summary>
    public async ValueTask<ArticleContent> Content(string articleId, int version, CancellationToken ct)
    {
        var document = await store.Read(ArticleKeys.Partition(articleId), ArticleKeys.Revision(version), ct)
            ?? throw new InvalidDataException($"Article {articleId} has no content of version {version}.");
        return JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.ArticleContent)!;
    }

    /// <summary>Who made a version of the article; null where there is no such version.</summary>
    public async ValueTask<LogEntry?> Log(string articleId, int version, CancellationToken ct) =>
        await store.Read(ArticleKeys.Partition(articleId), ArticleKeys.Log(version), ct) is { } document
            ? JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.LogEntry)
            : null;

    /// <summary>The content readers see, or null where they may not see the article.</summary>
    public async ValueTask<ArticleContent?> PublishedContent(ArticleHead head, CancellationToken ct) =>
        Visibility.IsVisible(head) ? await WithPictures(await Content(head.Id, head.Published!.Revision, ct), ct) : null;

    /// <summary>The content with the facts of its pictures, as they are now; those that are not ready are left out.</summary>
    public async ValueTask<ArticleContent> WithPictures(ArticleContent content, CancellationToken ct) =>
        content with { Pictures = await AssetStore.Facts(store, MediaReferences.Assets(content), ct) };

    /// <summary>The cards of those articles that readers may see, by id.</summary>
    public async ValueTask<IReadOnlyDictionary<string, CardEntry>> Cards(IEnumerable<string> ids, CancellationToken ct)
    {
        var cards = new Dictionary<string, CardEntry>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (await store.Read(ArticleKeys.Partition(id), ArticleKeys.Card, ct) is { } document)
                cards[id] = JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.CardEntry)!;
        }

        return cards;
    }
}
