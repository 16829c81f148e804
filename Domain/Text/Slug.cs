using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace News.Domain.Text;

/// <summary>The part of a URL that names an article, section, tag, author or topic: <c>a-z0-9-</c>.</summary>
public static partial class Slug
{
    public const int MinLength = 3;
    public const int MaxLength = 120;

    /// <summary>Words that are, or may become, pages of the site itself.</summary>
    private static readonly HashSet<string> _reserved =
    [
        "about", "admin", "api", "assets", "authors", "contact", "docs", "favicon", "feeds", "health", "home", "index", "media",
        "most-read", "newsroom", "openapi", "originals", "pages", "previews", "privacy", "robots", "rss", "runtime", "search",
        "sections", "sitemap", "sitemap-news", "sitemaps", "tags", "topics", "uploads",
    ];

    /// <summary>Why the text cannot be an article's slug, or null when it can.</summary>
    public static string? Fault(string text) =>
        text.Length is < MinLength or > MaxLength ? $"must have {MinLength} to {MaxLength} characters"
        : !Shape().IsMatch(text) ? "must be lower-case letters a-z, digits and single hyphens between them"
        : _reserved.Contains(text) ? "is a reserved word; choose another"
        : null;

    /// <summary>Whether the text has a slug's letters and length; an unknown or reserved one may still be asked for.</summary>
    public static bool IsShaped(string text) => text.Length is >= 1 and <= MaxLength && Shape().IsMatch(text);

    /// <summary>
    /// A slug made of a title or a name: marks dropped, everything else a hyphen, cut at a word within <see cref="MaxLength"/>.
    /// Empty when the text has no letter or digit that survives.
    /// </summary>
    public static string From(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var letter in VietnameseText.Fold(text))
        {
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
                slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return Cut(slug.ToString().TrimEnd('-'));
    }

    /// <summary>The slug with a number after it, cut at a word where both would be longer than <see cref="MaxLength"/>.</summary>
    public static string Numbered(string slug, int number)
    {
        var end = string.Create(CultureInfo.InvariantCulture, $"-{number}");
        return Cut(slug, MaxLength - end.Length) + end;
    }

    private static string Cut(string slug, int length = MaxLength)
    {
        if (slug.Length <= length)
            return slug;
        var word = slug.LastIndexOf('-', length);
        return slug[..(word > 0 ? word : length)];
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
