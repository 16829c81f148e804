namespace News.Domain.Text;

/// <summary>Which addresses may stand in an article.</summary>
public static class Links
{
    private const int MaxLength = 2_000;

    /// <summary>An absolute http or https address without user name or password.</summary>
    public static bool IsWeb(string? url) =>
        url is { Length: > 0 and <= MaxLength }
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.UserInfo.Length == 0
        && address.Host.Length > 0;

    /// <summary>As <see cref="IsWeb"/>, or mailto, or a path or fragment of this site; never another site without a scheme.</summary>
    public static bool IsSafe(string? url) =>
        IsWeb(url)
        || (url is { Length: > 0 and <= MaxLength }
            && !url.Any(char.IsControl)
            && (url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
                || url[0] == '#'
                || (url[0] == '/' && (url.Length == 1 || url[1] is not ('/' or '\\')))));
}
