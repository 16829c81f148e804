using System.Text.Json;
using News.Domain;
using News.Domain.Site;

namespace News.Functions.Storage.Site;

/// <summary>The site's sections and authors.</summary>
public sealed class SiteStore(IDocumentStore store)
{
    private const string Partition = "site";
    private const string SectionsId = "sections";
    private const string AuthorPrefix = "author:";
    // The first key after every "author:…": in ASCII the capitals come next among the letters a key may have.
    private const string AfterAuthors = "authorA";

    /// <summary>Every section and author.</summary>
    public async ValueTask<SiteDirectory> Directory(CancellationToken ct)
    {
        var (book, _) = await Sections(ct);
        return new(book.Sections, await Authors(ct));
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
            if (await Put(SectionsId, JsonSerializer.SerializeToUtf8Bytes(body, NewsJson.Wire.SectionBook), etag, ct))
                return (next, there is null);
        }
    }

    /// <summary>The authors with these names, those that nobody has yet made now.</summary>
    /// <returns>Their keys, in order.</returns>
    public async Task<IReadOnlyList<string>> KeysOf(IReadOnlyList<string> names, SiteDirectory directory, CancellationToken ct)
    {
        List<string> keys = [];
        foreach (var name in names)
            keys.Add(directory.FindByName(name)?.Key ?? await MakeAuthor(name, ct));
        return keys;
    }

    private async Task<string> MakeAuthor(string name, CancellationToken ct)
    {
        while (true)
        {
            var authors = await Authors(ct);
            if (new SiteDirectory([], authors).FindByName(name) is { } there)
                return there.Key;
            var author = Author.FromByline(name, authors.Select(other => other.Slug).Concat(authors.Select(other => other.Key)));
            var body = JsonSerializer.SerializeToUtf8Bytes(author, NewsJson.Wire.Author);
            if (await Put(AuthorPrefix + author.Key, body, null, ct))
                return author.Key;
        }
    }

    private async ValueTask<(SectionBook Book, string? ETag)> Sections(CancellationToken ct) =>
        await store.Read(Partition, SectionsId, ct) is { } document
            ? (JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.SectionBook)!, document.ETag)
            : (new SectionBook([]), null);

    private async ValueTask<List<Author>> Authors(CancellationToken ct)
    {
        List<Author> authors = [];
        var last = AuthorPrefix;
        while (true)
        {
            var page = await store.Page(Partition, new(last, AfterAuthors), ct);
            authors.AddRange(page.Items.Select(document => JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.Author)!));
            if (!page.More)
                return authors;
            last = page.Items[^1].Id;
        }
    }

    private async Task<bool> Put(string id, byte[] body, string? etag, CancellationToken ct)
    {
        var expect = etag is null ? Expectation.Absent : Expectation.Match(etag);
        return await store.Commit(Partition, [Change.Put(id, body, expect)], ct) is CommitResult.Done;
    }
}
