using News.Domain.Text;

namespace News.Domain.Blocks;

/// <summary>Whose players and posts may stand in an article's frame, and on which hosts their addresses are.</summary>
public static class EmbedProviders
{
    private static readonly Dictionary<string, string[]> _hosts = new(StringComparer.Ordinal)
    {
        ["datawrapper"] = ["datawrapper.dwcdn.net"],
        ["facebook"] = ["www.facebook.com", "facebook.com"],
        ["flourish"] = ["public.flourish.studio", "flo.uri.sh"],
        ["google-maps"] = ["www.google.com", "maps.google.com"],
        ["soundcloud"] = ["soundcloud.com", "w.soundcloud.com"],
        ["spotify"] = ["open.spotify.com"],
        ["tiktok"] = ["www.tiktok.com", "tiktok.com"],
        ["vimeo"] = ["vimeo.com", "player.vimeo.com"],
        ["x"] = ["x.com", "twitter.com"],
        ["youtube"] = ["www.youtube.com", "youtube.com", "youtu.be", "www.youtube-nocookie.com"],
    };

    /// <summary>The names, for messages.</summary>
    public static IEnumerable<string> Names => _hosts.Keys;

    /// <summary>Whether the provider is on the list.</summary>
    public static bool Knows(string provider) => _hosts.ContainsKey(provider);

    /// <summary>Whether the address is https and on one of the provider's hosts.</summary>
    public static bool Serves(string provider, string url) =>
        _hosts.TryGetValue(provider, out var hosts)
        && Links.IsWeb(url)
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps
        && address.UserInfo.Length == 0
        && address.IsDefaultPort
        && hosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase)
        && (address.Host != "www.google.com" || address.AbsolutePath.StartsWith("/maps", StringComparison.Ordinal));
}
