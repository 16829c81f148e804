using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using News.Domain.Text;

namespace News.Functions.Media.Captions;

/// <summary>What the name of a file dropped beside a video says: <c>clip.vi.vtt</c> is what is said in <c>clip.mp4</c>, in Vietnamese.</summary>
/// <param name="Clip">Tells the video's name from all others: a hash of the folder and the name without endings.</param>
/// <param name="Lang">BCP 47; null where the name says none.</param>
public sealed record CaptionName(string Clip, string? Lang)
{
    private const int HashLength = 32;

    /// <summary>Of captions.</summary>
    public static CaptionName Of(string blobName)
    {
        var stem = Stem(blobName);
        var dot = stem.LastIndexOf('.');
        return dot > stem.LastIndexOf('/') && Language(stem[(dot + 1)..]) is { } lang ? new(Hash(stem[..dot]), lang) : new(Hash(stem), null);
    }

    /// <summary>Of a video.</summary>
    public static string ClipOf(string blobName) => Hash(Stem(blobName));

    private static string Stem(string name) => name.LastIndexOf('.') is var dot && dot > name.LastIndexOf('/') ? name[..dot] : name;

    /// <summary>BCP 47 has many short words; those that no computer here knows as a language are part of the name.</summary>
    private static string? Language(string text)
    {
        var tag = text.Replace('_', '-');
        return LanguageTag.IsOne(tag) && CultureInfo.GetCultures(CultureTypes.NeutralCultures).Any(culture => culture.Name.Equals(tag.Split('-')[0], StringComparison.OrdinalIgnoreCase))
            ? tag
            : null;
    }

    private static string Hash(string stem) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stem.Normalize().ToUpperInvariant())))[..HashLength];
}
