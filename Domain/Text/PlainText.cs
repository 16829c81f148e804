using System.Net;
using System.Text.RegularExpressions;

namespace News.Domain.Text;

/// <summary>Inline HTML as a reader would hear it.</summary>
public static partial class PlainText
{
    /// <summary>The text without tags, entities decoded, line breaks as spaces. For HTML that has been sanitised.</summary>
    public static string FromHtml(string html) =>
        html.AsSpan().ContainsAny('<', '&') ? WebUtility.HtmlDecode(Tags().Replace(Breaks().Replace(html, " "), "")) : html;

    /// <summary>Words as a reader counts them; in Vietnamese each syllable is one.</summary>
    public static int CountWords(string text)
    {
        var words = 0;
        var inside = false;
        foreach (var letter in text)
        {
            var part = char.IsLetterOrDigit(letter) || (inside && letter is '\'' or '’' or '-' or '.' or ',');
            if (part && !inside)
                words++;
            inside = part;
        }

        return words;
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("<br\\s*/?>")]
    private static partial Regex Breaks();
}
