using System.Text.RegularExpressions;

namespace News.Domain.Text;

/// <summary>Names of languages as BCP 47 writes them; by their form, not by a list of languages.</summary>
public static partial class LanguageTag
{
    /// <summary>Whether the text is one: <c>vi</c>, <c>en-GB</c>.</summary>
    public static bool IsOne(string text) => Form().IsMatch(text);

    [GeneratedRegex("^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}\\z")]
    private static partial Regex Form();
}
