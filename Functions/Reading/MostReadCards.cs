using News.Domain.Lists;
using News.Domain.MostRead;
using News.Functions.Storage.Articles;
using News.Functions.Storage.MostRead;

namespace News.Functions.Reading;

/// <summary>Lists of the most read with the articles' cards; what readers may no longer see falls out, and the next ones move up.</summary>
public sealed class MostReadCards(MostReadLists lists, ArticleReader articles)
{
    /// <summary>A list's first articles.</summary>
    /// <param name="section">A section's slug, or null for the whole site.</param>
    /// <param name="most">How many at most.</param>
    /// <returns>Null where the list has never been computed.</returns>
    public async ValueTask<Filled?> Of(Window window, string? section, int most, CancellationToken ct)
    {
        if (await lists.Read(window, section, ct) is not { } list)
            return null;
        List<(ListedArticle Entry, CardEntry Card)> items = [];
        for (var taken = 0; items.Count < most && taken < list.Items.Count;)
        {
            var next = list.Items.Skip(taken).Take(most - items.Count).ToList();
            var cards = await articles.Cards(next.Select(entry => entry.Id), ct);
            items.AddRange(next.Where(entry => cards.ContainsKey(entry.Id)).Select(entry => (entry, cards[entry.Id])));
            taken += next.Count;
        }

        return new(list.ComputedAt, items);
    }

    /// <summary>A list with cards.</summary>
    /// <param name="ComputedAt">When it was computed.</param>
    public sealed record Filled(DateTimeOffset ComputedAt, IReadOnlyList<(ListedArticle Entry, CardEntry Card)> Items);
}
