using System.Text.Json;
using News.Domain.Articles;
using News.Domain.Projection;
using News.Functions.Storage.Articles;

namespace News.Functions.Storage.Projections;

/// <summary>A head as it is stored, with every document that follows from it.</summary>
public sealed record Projection(StoredHead Stored, IReadOnlyList<WantedBody> Wanted)
{
    public ArticleHead Head => Stored.Head;

    public string ETag => Stored.ETag;

    /// <summary>The documents, each value written as JSON once: all lists have the same card.</summary>
    /// <param name="published">The content readers see; null where they see none.</param>
    /// <param name="stored">The same content as it is stored, where that is at hand.</param>
    public static IReadOnlyList<WantedBody> Documents(ArticleHead head, ArticleContent? published, byte[]? stored = null) =>
        Bodies(WantedDocuments.Of(head, published), stored);

    /// <summary>Those of the documents that say which pictures and videos the article uses.</summary>
    public static IReadOnlyList<WantedBody> Uses(ArticleHead head) => Bodies(WantedDocuments.Uses(head));

    private static List<WantedBody> Bodies(IEnumerable<ProjectedDocument> documents, byte[]? stored = null)
    {
        List<WantedBody> bodies = [];
        foreach (var document in documents)
        {
            var same = bodies.Count > 0 && ReferenceEquals(bodies[^1].Document.Value, document.Value) ? bodies[^1].Body : null;
            bodies.Add(new(document, same ?? Json(document.Value, stored)));
        }

        return bodies;
    }

    private static byte[] Json(object value, byte[]? stored) => value is SlugAnswer answer && stored is not null
        ? JsonSerializer.SerializeToUtf8Bytes(SlugJson.CopyBlocks(answer, stored), NewsJson.Wire.SlugAnswer)
        : JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), NewsJson.Wire);
}
