namespace News.Domain.Site;

/// <summary>The names a site is told by: its sections in order and its authors.</summary>
public sealed class SiteDirectory(IEnumerable<Section> sections, IEnumerable<Author> authors)
{
    private readonly List<Author> _authors = [.. authors];
    private readonly Dictionary<string, Author> _byKey = authors.ToDictionary(author => author.Key, StringComparer.Ordinal);
    private readonly Dictionary<string, Section> _bySlug = sections.ToDictionary(section => section.Slug, StringComparer.Ordinal);

    /// <summary>In the order of the menu.</summary>
    public IReadOnlyList<Section> Sections { get; } =
        [.. sections.OrderBy(section => section.Order).ThenBy(section => section.Slug, StringComparer.Ordinal)];

    public IReadOnlyList<Author> Authors => _authors;

    public Section? FindSection(string slug) => _bySlug.GetValueOrDefault(slug);

    /// <summary>The author with this first slug.</summary>
    public Author? FindAuthor(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The author with this slug, present or former.</summary>
    public Author? FindBySlug(string slug) =>
        _authors.Find(author => author.Slug == slug) ?? _authors.Find(author => author.EverySlug.Contains(slug));

    /// <summary>The author that has, or else had, this name.</summary>
    public Author? FindByName(string name) =>
        _authors.Find(author => string.Equals(author.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? _authors.Find(author => author.IsNamed(name));
}
