using System.Xml;
using System.Xml.Linq;

namespace News.Functions.Media.Rights;

/// <summary>Rights as editing programs write them: RDF in any of the spellings that XMP allows.</summary>
public static class XmpReader
{
    private const string AnyLanguage = "x-default";

    /// <summary>What an XMP packet says; nothing if it is missing or damaged.</summary>
    public static PictureRights Read(byte[]? packet)
    {
        if (packet is null)
            return new();
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(Trimmed(packet), writable: false), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return Read([.. XDocument.Load(reader).Descendants(XmpNames.Rdf + "Description")]);
        }
        catch (XmlException)
        {
            return new();
        }
    }

    private static PictureRights Read(IReadOnlyList<XElement> descriptions)
    {
        string Text(XName property) => descriptions.Select(description => Value(description, property)).FirstOrDefault(text => text.Length > 0) ?? "";
        return new(
            Text(XmpNames.AltText),
            Text(XmpNames.Description),
            Text(XmpNames.Creator),
            Text(XmpNames.Credit),
            Text(XmpNames.Rights),
            new[] { XmpNames.License, XmpNames.WebStatement, XmpNames.UsageTerms }.Select(Text).FirstOrDefault(text => text.Length > 0) ?? "");
    }

    /// <summary>A property is an attribute, an element with text, a link, or a list of items.</summary>
    private static string Value(XElement description, XName property)
    {
        if (description.Attribute(property) is { } attribute)
            return attribute.Value.Trim();
        if (description.Element(property) is not { } element)
            return "";
        var items = element.Descendants(XmpNames.Rdf + "li").ToList();
        return items.Count == 0 ? (element.Attribute(XmpNames.Rdf + "resource")?.Value ?? element.Value).Trim()
            : element.Element(XmpNames.Rdf + "Alt") is null ? string.Join(", ", items.Select(item => item.Value.Trim()).Where(text => text.Length > 0))
            : (items.Find(item => item.Attribute(XNamespace.Xml + "lang")?.Value == AnyLanguage) ?? items[0]).Value.Trim();
    }

    /// <summary>Packets are padded; some end in NULs, which XML does not allow.</summary>
    private static byte[] Trimmed(byte[] packet) => packet.AsSpan().TrimEnd((byte)0).ToArray();
}
