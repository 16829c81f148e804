using System.Buffers;
using System.Globalization;
using System.Text;

namespace News.Domain.Text;

/// <summary>Text from outside, made fit to store: NFC, trimmed, without what no reader should meet.</summary>
public static class CleanText
{
    // Nearly all there is: Latin with every accent, Greek, Cyrillic, most scripts. Nothing to fear stands there.
    private static readonly SearchValues<char> _usual =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Concat(Enumerable.Range('\u00A0', '\u2000' - '\u00A0')).Select(code => (char)code)]);

    /// <summary>
    /// The text in NFC and trimmed. NUL and other controls (but tab and line breaks), half a surrogate pair, and the marks that
    /// reverse the reading direction are noted as faults of <paramref name="field"/>, as is a length over <paramref name="max"/>.
    /// </summary>
    public static string Accept(string? text, string field, int max, FieldErrors errors, int min = 0)
    {
        var fault = text is null ? null : Fault(text);
        if (!errors.Check(fault is null, field, fault ?? ""))
            return "";
        var clean = (text ?? "").Normalize(NormalizationForm.FormC).Trim();
        errors.Check(clean.Length >= min && (min == 0 || clean.Any(IsSeen)), field, min == 1 ? "is required" : $"must have at least {min} characters");
        errors.Check(clean.Length <= max, field, $"must have at most {max.ToString("N0", CultureInfo.InvariantCulture)} characters, has {clean.Length}");
        return clean;
    }

    /// <summary>As <see cref="Accept"/>, and null where nothing is left.</summary>
    public static string? AcceptOptional(string? text, string field, int max, FieldErrors errors) =>
        Accept(text, field, max, errors) is { Length: > 0 } clean ? clean : null;

    /// <summary>Whether anything in it can be read aloud, in whatever script.</summary>
    public static bool HasLetterOrDigit(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    private static bool IsSeen(char letter) =>
        !char.IsWhiteSpace(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.Format;

    private static string? Fault(string text)
    {
        for (var i = NextUnusual(text, 0); i < text.Length; i = NextUnusual(text, i + 1))
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return "has half of a surrogate pair";
            else if (char.IsControl(text[i]) && text[i] is not ('\t' or '\n' or '\r'))
                return $"has the control character U+{(int)text[i]:X4}";
            else if (text[i] is '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF'))
                return $"has U+{(int)text[i]:X4}, which is no character";
            else if (text[i] is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
                return $"has the direction mark U+{(int)text[i]:X4}";
        }

        return null;
    }

    private static int NextUnusual(string text, int from) =>
        text.AsSpan(from).IndexOfAnyExcept(_usual) is >= 0 and var ahead ? from + ahead : text.Length;
}
