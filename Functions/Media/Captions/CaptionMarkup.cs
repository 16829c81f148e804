using System.Net;
using System.Text.RegularExpressions;

namespace News.Functions.Media.Captions;

/// <summary>What captions may look like: bold, italic, underlined. Everything else that programs write into them is dropped.</summary>
public static partial class CaptionMarkup
{
    /// <summary>The text as WebVTT has it.</summary>
    public static string Clean(string text)
    {
        var kept = Tag().Replace(Placing().Replace(text, ""), tag => tag.Groups[1].Success ? $"\u0001{tag.Groups[1].Value}{tag.Groups[2].Value.ToLowerInvariant()}\u0002" : "");
        var plain = WebUtility.HtmlDecode(kept).Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        var lines = Control().Replace(plain, "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
        return string.Join('\n', lines).Replace('\u0001', '<').Replace('\u0002', '>');
    }

    [GeneratedRegex(@"<(/?)([biu])(?:\.[^>]*)?>|<[^>\n]{0,200}>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    /// <summary>How SubRip borrows from other formats.</summary>
    [GeneratedRegex(@"\{\\[^}\n]{0,100}\}")]
    private static partial Regex Placing();

    [GeneratedRegex(@"[\u0000\u0003-\u0009\u000b-\u001f\u007f]")]
    private static partial Regex Control();
}
