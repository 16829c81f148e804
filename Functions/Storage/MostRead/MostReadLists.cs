using System.Text.Json;
using News.Domain.MostRead;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage.MostRead;

/// <summary>
/// The lists of the most read, overall and by section. They hold ids: whoever shows one fills it with cards, and what has no card any more
/// falls out.
/// </summary>
public sealed class MostReadLists(IDocumentStore store, Patience patience)
{
    private const string Overall = "all";
    private const string SectionPrefix = "section:";

    // After every "section:…": a capital is more than a colon.
    private const string AfterSections = "sectionA";

    /// <summary>A list; null where it has not yet been computed.</summary>
    /// <param name="section">A section's slug, or null for the whole site.</param>
    public async ValueTask<MostReadList?> Read(Window window, string? section, CancellationToken ct) =>
        await store.Read(MostReadKeys.Lists(window), Id(section), ct) is { } document
            ? JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.MostReadList)
            : null;

    /// <summary>The list of every section that has one.</summary>
    public async Task<IReadOnlyDictionary<string, MostReadList>> Sections(Window window, CancellationToken ct)
    {
        var lists = new Dictionary<string, MostReadList>(StringComparer.Ordinal);
        for (var range = new PageRange(SectionPrefix, AfterSections); ;)
        {
            var page = await store.Page(MostReadKeys.Lists(window), range, ct);
            foreach (var document in page.Items)
                lists[document.Id[SectionPrefix.Length..]] = JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.MostReadList)!;
            if (!page.More)
                return lists;
            range = range with { From = page.Items[^1].Id };
        }
    }

    /// <summary>Replaces the whole site's list and those of the sections, a hundred at once.</summary>
    public async Task Put(Window window, MostReadList overall, IReadOnlyDictionary<string, MostReadList> sections, CancellationToken ct)
    {
        var puts = sections.Select(section => Put(Id(section.Key), section.Value)).Prepend(Put(Overall, overall));
        foreach (var changes in puts.Chunk(StoreLimits.ChangesPerCommit))
            await patience.Try(() => store.Commit(MostReadKeys.Lists(window), changes, ct), ct);
    }

    private static string Id(string? section) => section is null ? Overall : SectionPrefix + section;

    private static Change Put(string id, MostReadList list) =>
        Change.Put(id, JsonSerializer.SerializeToUtf8Bytes(list, NewsJson.Wire.MostReadList));
}
