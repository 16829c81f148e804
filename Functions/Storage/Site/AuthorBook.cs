using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using News.Domain;
using News.Domain.Site;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage.Site;

/// <summary>
/// The site's authors. Each slug and each name an author has or had is also a document of its own, so that two authors can never have
/// the same however close together they are written.
/// </summary>
public sealed class AuthorBook(SiteStore site, IDocumentStore store)
{
    public const string AuthorPrefix = "author:";
    private const string SlugPrefix = "author-slug:";
    private const string NamePrefix = "author-name:";

    /// <summary>Id of the document of an author.</summary>
    public static string IdOf(string key) => AuthorPrefix + key;

    /// <summary>The authors with these names; those that nobody has yet are made now.</summary>
    /// <returns>Their keys, in order.</returns>
    public async Task<IReadOnlyList<string>> KeysOf(IReadOnlyList<string> names, SiteDirectory directory, CancellationToken ct)
    {
        List<string> keys = [];
        foreach (var name in names)
            keys.Add(directory.FindByName(name)?.Key ?? await Make(name, ct));
        return [.. keys.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Writes an author whole; another slug renames it. One that is new is made under the slug it is written to.</summary>
    /// <param name="slug">The slug it is written under.</param>
    /// <param name="edit">Gives the next author from the present one (null when new) and all others.</param>
    /// <exception cref="Failure">The precondition does not hold, or the slug or the name is another's, or a new author's slug is not the one it is written to.</exception>
    public async Task<(Author Author, bool Created)> Put(
        string slug, Precondition precondition, Func<Author?, SiteDirectory, Author> edit, CancellationToken ct)
    {
        while (true)
        {
            var directory = await site.Directory(ct);
            var there = directory.FindBySlug(slug);
            if (there is not null && there.Slug != slug)
                throw new Failure(FailureCode.Conflict, $"The author {slug} is now called {there.Slug}. Write to it there.");
            precondition.Check(there is null ? null : SiteETag.Of(there.Version), "author");
            var next = edit(there, directory);
            if (there is null && next.Slug != slug)
                throw Failure.Invalid("slug", $"must be {slug}, or left out: another slug renames, and there is no author {slug} yet");
            if (await Commit(there, next, ct))
                return (next, there is null);
        }
    }

    private async Task<string> Make(string name, CancellationToken ct)
    {
        while (true)
        {
            var directory = await site.Directory(ct);
            if (directory.FindByName(name) is { } there)
                return there.Key;
            var author = Author.FromByline(name, directory.Authors.SelectMany(other => other.EverySlug));
            if (await Commit(null, author, ct))
                return author.Key;
        }
    }

    /// <summary>False when somebody else was faster.</summary>
    private async Task<bool> Commit(Author? before, Author next, CancellationToken ct)
    {
        var id = IdOf(next.Key);
        var there = await store.Read(SiteStore.Partition, id, ct);
        if (there is not null && (before is null || JsonSerializer.Deserialize(there.Body.Span, NewsJson.Wire.Author)!.Version != before.Version))
            return false;
        List<Change> changes =
        [
            Change.Put(
                id,
                JsonSerializer.SerializeToUtf8Bytes(next, NewsJson.Wire.Author),
                there is null ? Expectation.Absent : Expectation.Match(there.ETag)),
        ];
        if (before?.EverySlug.Contains(next.Slug) != true)
            changes.Add(Claim(SlugPrefix + next.Slug));
        if (before?.IsNamed(next.Name) != true)
            changes.Add(Claim(NamePrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Author.NameKey(next.Name))))));
        return await TryCommit(changes, next, ct);
    }

    private static Change Claim(string id) => Change.Put(id, "{}"u8.ToArray(), Expectation.Absent);

    /// <summary>False when somebody else was faster. When the store does not say, the author as it is there does.</summary>
    private async Task<bool> TryCommit(List<Change> changes, Author next, CancellationToken ct)
    {
        try
        {
            return await store.Commit(SiteStore.Partition, changes, ct) is CommitResult.Done;
        }
        catch (CommitUnknownException)
        {
            var there = await store.Read(SiteStore.Partition, changes[0].Id, ct);
            return there is not null
                && JsonSerializer.Deserialize(there.Body.Span, NewsJson.Wire.Author) is { } author
                && (author.Version, author.Name, author.Slug) == (next.Version, next.Name, next.Slug);
        }
    }
}
