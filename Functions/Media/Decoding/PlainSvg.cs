using System.Xml;

namespace News.Functions.Media.Decoding;

/// <summary>
/// Which drawings are harmless enough to be drawn in this process: shapes and gradients. Patterns, filters, masks and embedded
/// pictures can ask for any amount of memory and time, in more ways than a check could name.
/// </summary>
public static class PlainSvg
{
    private const int Depth = 12;

    private static readonly HashSet<string> _elements =
    [
        "svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
        "linearGradient", "radialGradient", "stop",
    ];

    private static readonly HashSet<string> _effects = ["style", "filter", "mask", "clip-path", "href"];

    /// <summary>Whether a drawing is plain.</summary>
    public static bool Is(Stream svg)
    {
        // An entity is not plain: with this setting one that is used throws, and one that is only declared does not.
        using var reader = XmlReader.Create(svg, new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        try
        {
            for (var left = MediaLimits.PlainElements; reader.Read();)
            {
                if (reader.NodeType == XmlNodeType.Element && (--left < 0 || !IsPlain(reader)))
                    return false;
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static bool IsPlain(XmlReader element)
    {
        if (element.Depth > Depth || !_elements.Contains(element.LocalName))
            return false;
        while (element.MoveToNextAttribute())
        {
            if (_effects.Contains(element.LocalName))
                return false;
        }

        return true;
    }
}
