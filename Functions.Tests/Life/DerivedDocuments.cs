using System.Text;
using System.Text.Json;
using News.Domain.Articles;
using News.Domain.Lists;
using News.Domain.Media;
using News.Domain.Projection;
using News.Functions.Storage.Articles;
using News.Functions.Tests.Support;

namespace News.Functions.Tests.Life;

/// <summary>Compares everything that follows from articles with what their heads say.</summary>
public static class DerivedDocuments
{
    private static readonly string[] _derived = ["feed:", "slug:", "desk:", WantedDocuments.Catalog, ScheduleEntry.Partition, Intent.Partition];

    /// <summary>Whether the document follows from an article, or is the note of an unfinished write.</summary>
    public static bool Includes(string partition, string id) =>
        _derived.Any(prefix => partition.StartsWith(prefix, StringComparison.Ordinal))
        || id == ArticleKeys.Card || id.StartsWith(MediaAsset.UsePrefix, StringComparison.Ordinal);

    /// <summary>The heads there are.</summary>
    public static List<ArticleHead> Heads(MemoryStore store) => [.. store.Everything()
        .Where(document => document.Partition.StartsWith(ArticleKeys.Partition(""), StringComparison.Ordinal) && document.Id == ArticleKeys.Head)
        .Select(document => JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.ArticleHead)!)];

    /// <summary>What is wrong, missing or left over; empty when all is right and nothing is unfinished.</summary>
    public static async Task<List<string>> Differences(MemoryStore store)
    {
        var heads = Heads(store);
        Dictionary<string, string> wanted = [];
        foreach (var head in heads)
        {
            foreach (var (key, value) in await Wanted(head, new(store)))
                wanted[key] = value;
        }

        var everything = store.Everything();
        var there = everything.Where(document => Includes(document.Partition, document.Id))
            .ToDictionary(document => $"{document.Partition}/{document.Id}", document => Encoding.UTF8.GetString(document.Body.Span));
        var owned = heads.Select(head => ArticleKeys.Partition(head.Id)).ToHashSet();
        return
        [
            .. wanted.Where(pair => there.GetValueOrDefault(pair.Key) != pair.Value).Select(pair => $"wrong or missing {pair.Key}"),
            .. there.Keys.Except(wanted.Keys).Select(key => $"left over {key}"),
            .. heads.Where(head => head.Pending.Count > 0 || head.State == ArticleState.Deleted).Select(head => $"unfinished {head.Id}"),
            .. everything.Where(document => document.Partition.StartsWith(ArticleKeys.Partition(""), StringComparison.Ordinal) && !owned.Contains(document.Partition))
                .Select(document => $"without a head {document.Partition}/{document.Id}"),
        ];
    }

    private static async Task<IEnumerable<(string Key, string Value)>> Wanted(ArticleHead head, ArticleReader reader)
    {
        var published = await reader.PublishedContent(head, default);
        var wanted = WantedDocuments.Of(head, published).Select(document => (document.Key, Json(document.Value)));
        return published is null
            ? wanted
            : wanted.Append(($"{ArticleKeys.Partition(head.Id)}/{ArticleKeys.Card}", Json(CardEntry.Of(new(head.Id, head.Slug, head.Published!, published)))));
    }

    private static string Json(object value) => JsonSerializer.Serialize(value, value.GetType(), NewsJson.Wire);
}
