using System.Text.Json;
using News.Domain;
using News.Domain.Site;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage.Site;

/// <summary>The site's sections, and with the authors its whole directory.</summary>
public sealed class SiteStore(IDocumentStore store)
{
    public const string Partition = "site";
    public const string SectionsId = "sections";

    private volatile KnownDirectory? _known;

    /// <summary>Every section and author.</summary>
    public async ValueTask<SiteDirectory> Directory(CancellationToken ct)
    {
        // The sections come right after the authors: a site of up to about a hundred is read in one page.
        List<Document> documents = [];
        var page = new DocumentPage([], true);
        for (var last = AuthorBook.AuthorPrefix; page.More; last = page.Items[^1].Id)
        {
            page = await store.Page(Partition, new(last, SectionsId + "-"), ct);
            documents.AddRange(page.Items);
            if (page.Items.Count == 0)
                break;
        }

        // Asked for by every write and hardly ever another: what is not read anew is not made anew.
        var known = _known;
        if (known is null || !known.IsOf(documents))
            _known = known = new(documents, DirectoryOf(documents));
        return known.Directory;
    }

    private static SiteDirectory DirectoryOf(List<Document> documents)
    {
        var sections = documents.Find(document => document.Id == SectionsId) is { } book
            ? JsonSerializer.Deserialize(book.Body.Span, NewsJson.Wire.SectionBook)!.Sections
            : [];
        var authors = documents.Where(document => document.Id.StartsWith(AuthorBook.AuthorPrefix, StringComparison.Ordinal));
        return new(sections, authors.Select(author => JsonSerializer.Deserialize(author.Body.Span, NewsJson.Wire.Author)!));
    }

    /// <summary>Writes a section whole.</summary>
    /// <returns>The section with its new version, and whether it is new.</returns>
    /// <exception cref="Failure">The precondition does not hold.</exception>
    public async Task<(Section Section, bool Created)> PutSection(Section section, Precondition precondition, CancellationToken ct)
    {
        while (true)
        {
            var (book, etag) = await Sections(ct);
            var there = book.Sections.FirstOrDefault(other => other.Slug == section.Slug);
            precondition.Check(there is null ? null : SiteETag.Of(there.Version), "section");
            var next = section with { Version = (there?.Version ?? 0) + 1 };
            var body = new SectionBook([.. book.Sections.Where(other => other.Slug != section.Slug), next]);
            var put = Change.Put(
                SectionsId,
                JsonSerializer.SerializeToUtf8Bytes(body, NewsJson.Wire.SectionBook),
                etag is null ? Expectation.Absent : Expectation.Match(etag));
            if (await TryCommit(put, next, ct))
                return (next, there is null);
        }
    }

    /// <summary>False when somebody else was faster. When the store does not say, the section as it is there does.</summary>
    private async Task<bool> TryCommit(Change put, Section next, CancellationToken ct)
    {
        try
        {
            return await store.Commit(Partition, [put], ct) is CommitResult.Done;
        }
        catch (CommitUnknownException)
        {
            return (await Sections(ct)).Book.Sections.Contains(next);
        }
    }

    private async ValueTask<(SectionBook Book, string? ETag)> Sections(CancellationToken ct) =>
        await store.Read(Partition, SectionsId, ct) is { } document
            ? (JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.SectionBook)!, document.ETag)
            : (new SectionBook([]), null);
}
