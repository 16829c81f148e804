using System.Text.Json;
using News.Domain.Articles;
using News.Domain.Lists;
using News.Domain.Projection;
using News.Functions.Storage;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Projections;
using News.Functions.Storage.Site;

namespace News.Functions.Tests.Life;

/// <summary>Somebody without a key to the newsroom: sees what slugs answer, what stands in feeds, and the cards of articles.</summary>
public sealed class Stranger(IDocumentStore store)
{
    private readonly ArticleReader _reader = new(store);

    /// <summary>Everything there is to see, one line each, in the words of <see cref="ReferenceModel.Seen"/>.</summary>
    public async Task<List<string>> Sees(IEnumerable<string> slugs, IEnumerable<string> ids)
    {
        List<string> seen = [];
        foreach (var slug in slugs)
            seen.AddRange(Lines(slug, await _reader.Slug(slug, default)));
        foreach (var feed in await All(FeedBook.Partition))
            seen.AddRange((await All(feed.Id)).Select(entry => $"{feed.Id} {entry.Id} {Line(Card(entry))}"));
        foreach (var (id, card) in await _reader.Cards(ids, default))
            seen.Add(card.Id == id ? $"card {Line(card)}" : $"card {id} is another's");
        var directory = await new SiteStore(store).Directory(default);
        seen.AddRange(directory.Sections.Select(section => $"section {section.Slug} is called {section.Name}"));
        return seen;
    }

    private static string[] Lines(string slug, SlugAnswer? answer) => answer is null ? [] : answer.State switch
    {
        SlugState.Reserved => [],
        SlugState.Live => [$"/{slug} is {Line(answer.Article!)}"],
        SlugState.Moved => [$"/{slug} moved to {answer.MovedTo}"],
        SlugState.Gone => [$"/{slug} is gone: {answer.Reason}"],
    };

    private static string Line(PublishedArticle article)
    {
        var (content, publication) = (article.Content, article.Publication);
        var tags = string.Join(' ', content.Tags.Select(tag => tag.Slug));
        return $"{article.Id} {content.Title} {content.Section} {tags} {publication.At:O} {publication.UpdatedAt:O} {publication.Corrections.Count} corrections";
    }

    private static string Line(CardEntry card) => $"{card.Id} {card.Slug} {card.Title} {card.Section} {card.PublishedAt:O}";

    private static CardEntry Card(Document entry) => JsonSerializer.Deserialize(entry.Body.Span, NewsJson.Wire.CardEntry)!;

    private async Task<List<Document>> All(string partition)
    {
        List<Document> all = [];
        while (true)
        {
            var page = await store.Page(partition, new(all.LastOrDefault()?.Id), default);
            all.AddRange(page.Items);
            if (!page.More)
                return all;
        }
    }
}
