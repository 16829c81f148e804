using AngleSharp.Dom;
using AngleSharp.Html;
using Ganss.Xss;
using News.Domain.Text;

namespace News.Functions.Newsroom;

/// <summary>Cleans inline HTML with a real parser and an allow-list.</summary>
public sealed class InlineHtml : IInlineHtml
{
    private static readonly string[] _tags = ["a", "em", "strong", "sub", "sup", "code", "br"];

    /// <summary>What people and editors' programs send for the tags we keep.</summary>
    private static readonly Dictionary<string, string> _synonyms = new(StringComparer.OrdinalIgnoreCase) { ["b"] = "strong", ["i"] = "em" };

    private static readonly HashSet<string> _silent = new(["script", "style", "template", "noscript", "iframe", "object", "title", "textarea"], StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public string Clean(string html, ICollection<string>? refusedLinks = null) =>
        html.AsSpan().ContainsAny('<', '&', '>') ? Sanitizer(refusedLinks).Sanitize(html).Trim() : html;

    private static HtmlSanitizer Sanitizer(ICollection<string>? refusedLinks)
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(_tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["href", "title"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
        })
        {
            KeepChildNodes = true,
            OutputFormatter = HtmlMarkupFormatter.Instance,
        };
        sanitizer.RemovingTag += (_, removing) => removing.Cancel = Renamed(removing.Tag);
        sanitizer.FilterUrl += (_, url) =>
        {
            url.SanitizedUrl = Links.IsSafe(url.OriginalUrl) ? url.OriginalUrl : null;
            if (url.SanitizedUrl is null)
                refusedLinks?.Add(url.OriginalUrl);
        };
        return sanitizer;
    }

    /// <summary>Puts our tag in the place of its synonym; empties what has no text for readers, so that only its tag is left to remove.</summary>
    private static bool Renamed(IElement element)
    {
        if (_silent.Contains(element.LocalName))
            element.TextContent = "";
        if (!_synonyms.TryGetValue(element.LocalName, out var name))
            return false;
        var ours = element.Owner!.CreateElement(name);
        ours.Append([.. element.ChildNodes]);
        element.Replace(ours);
        return true;
    }
}
