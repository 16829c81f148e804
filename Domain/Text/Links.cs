using System.Globalization;

namespace News.Domain.Text;

/// <summary>Which addresses may stand in an article.</summary>
public static class Links
{
    private const int MaxLength = 2_000;

    /// <summary>An absolute http or https address without user name or password.</summary>
    public static bool IsWeb(string? url) =>
        url is { Length: > 0 and <= MaxLength }
        && url.All(IsOrdinary)
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.UserInfo.Length == 0
        && address.Host.Length > 0;

    /// <summary>As <see cref="IsWeb"/>, or mailto, or a path or fragment of this site; never another site without a scheme.</summary>
    public static bool IsSafe(string? url) =>
        IsWeb(url)
        || (url is { Length: > 0 and <= MaxLength }
            && url.All(IsOrdinary)
            && (url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
                || url[0] == '#'
                || (url[0] == '/' && (url.Length == 1 || url[1] != '/'))));

    /// <summary>No space, control, quote, angle or mark that nobody sees: each would have to be escaped in an address, or hides another one.</summary>
    private static bool IsOrdinary(char letter) =>
        !char.IsControl(letter)
        && !char.IsWhiteSpace(letter)
        && letter is not ('\\' or '"' or '<' or '>' or '`')
        && char.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned);
}
