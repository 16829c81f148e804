using System.Text.Json.Serialization;
using News.Domain.Blocks;

namespace News.Domain.Site;

/// <summary>A person or desk that signs articles.</summary>
public sealed record Author
{
    private const string Anybody = "author";

    /// <summary>Its first slug: the key in articles and lists, for ever.</summary>
    public required string Key { get; init; }

    /// <summary>The present slug.</summary>
    public required string Slug { get; init; }

    /// <summary>Slugs it had before; they redirect.</summary>
    public IReadOnlyList<string> FormerSlugs { get; init; } = [];

    public required string Name { get; init; }

    /// <summary>Names it had before; a byline with one of them is still this author.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    public string? Role { get; init; }

    public string? Bio { get; init; }

    public PictureRef? Photo { get; init; }

    /// <summary>Other pages about the same person.</summary>
    public IReadOnlyList<string> SameAs { get; init; } = [];

    /// <summary>Raised by every change; the newsroom's ETag.</summary>
    public required int Version { get; init; }

    /// <summary>Whether the newsroom wrote it, rather than a byline made it; one that a byline made is shown once it has an article.</summary>
    public bool Kept { get; init; }

    /// <summary>Each slug it has or had.</summary>
    [JsonIgnore]
    public IEnumerable<string> EverySlug => FormerSlugs.Append(Key).Append(Slug).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// The author a byline makes: its slug from the name, with a number where another has it. Where the name makes no slug that may
    /// be used (too short, reserved, no Latin letter) it begins with <c>author</c>.
    /// </summary>
    /// <param name="taken">Slugs of all other authors, former ones too.</param>
    public static Author FromByline(string name, IEnumerable<string> taken)
    {
        var others = taken.ToHashSet(StringComparer.Ordinal);
        var made = Text.Slug.From(name);
        var slug = made.Length == 0 ? Anybody : Text.Slug.Fault(made) is null ? made : $"{Anybody}-{made}";
        var free = Enumerable.Range(1, others.Count + 1)
            .Select(n => n == 1 ? slug : Text.Slug.Numbered(slug, n))
            .First(candidate => !others.Contains(candidate));
        return new() { Key = free, Slug = free, Name = name, Version = 1 };
    }

    /// <summary>What is the same for names that differ only in case, as <see cref="IsNamed"/> compares them: no two authors may share it.</summary>
    public static string NameKey(string name) => name.ToUpperInvariant();

    /// <summary>Whether this name, in any case, is or was the author's.</summary>
    public bool IsNamed(string name) =>
        string.Equals(Name, name, StringComparison.OrdinalIgnoreCase) || FormerNames.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The author under another name and slug, with what it had before.</summary>
    public Author Renamed(string name, string slug) => this with
    {
        Name = name,
        Slug = slug,
        FormerNames = name == Name ? FormerNames : [.. FormerNames.Where(former => former != name), Name],
        FormerSlugs = slug == Slug ? FormerSlugs : [.. FormerSlugs.Where(former => former != slug), Slug],
    };
}
