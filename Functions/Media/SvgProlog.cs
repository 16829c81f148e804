using System.Buffers;
using System.Text;

namespace News.Functions.Media;

/// <summary>What may stand before the root element of an SVG.</summary>
public static class SvgProlog
{
    private static readonly SearchValues<char> _afterName = SearchValues.Create(" \t\r\n/>");

    /// <summary>Whether the first element of this text is <c>svg</c>, in whatever namespace prefix.</summary>
    public static bool Precedes(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF').AsSpan().TrimStart();
        while (Skipped(text) is var rest && rest.Length < text.Length)
            text = rest;
        return IsRoot(text);
    }

    /// <summary>The text after a declaration, comment or document type, if it begins with one.</summary>
    private static ReadOnlySpan<char> Skipped(ReadOnlySpan<char> text) =>
        text.StartsWith("<?") ? After(text, "?>")
        : text.StartsWith("<!--") ? After(text, "-->")
        : text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) ? After(text, HasSubset(text) ? "]>" : ">")
        : text;

    private static bool HasSubset(ReadOnlySpan<char> type) =>
        type.IndexOfAny('[', '>') is >= 0 and var at && type[at] == '[';

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, string end) =>
        text.IndexOf(end) is >= 0 and var at ? text[(at + end.Length)..].TrimStart() : [];

    private static bool IsRoot(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != '<')
            return false;
        var name = text[1..];
        var end = name.IndexOfAny(_afterName);
        name = end < 0 ? name : name[..end];
        return name.SequenceEqual("svg") || name.EndsWith(":svg");
    }
}
