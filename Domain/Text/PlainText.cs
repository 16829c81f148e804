using System.Net;
using System.Text.RegularExpressions;

namespace News.Domain.Text;

/// <summary>Inline HTML as a reader would hear it.</summary>
public static partial class PlainText
{
    private const byte Letter = 1;
    private const byte InsideWord = 2;

    // Of what nearly all texts are made of; the rest is looked up as it comes.
    private static readonly byte[] _kinds = [.. Enumerable.Range(0, 0x2020).Select(code => KindOf((char)code))];

    /// <summary>The text without tags, entities decoded, line breaks as spaces. For HTML that has been sanitised.</summary>
    public static string FromHtml(string html) =>
        html.AsSpan().ContainsAny('<', '&') ? WebUtility.HtmlDecode(Tags().Replace(Breaks().Replace(html, " "), "")) : html;

    /// <summary>Words as a reader counts them; in Vietnamese each syllable is one.</summary>
    public static int CountWords(string text)
    {
        // Without branches, which a processor cannot foresee here: words are short, and every other letter has an accent.
        var words = 0;
        var inside = 0;
        foreach (var letter in text)
        {
            var kind = letter < _kinds.Length ? _kinds[letter] : KindOf(letter);
            var part = (kind & Letter) | ((kind >> 1) & inside);
            words += part & ~inside;
            inside = part;
        }

        return words;
    }

    private static byte KindOf(char letter) =>
        char.IsLetterOrDigit(letter) ? Letter
        : letter is '\'' or '’' or '-' or '.' or ',' ? InsideWord
        : (byte)0;

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("<br\\s*/?>")]
    private static partial Regex Breaks();
}
