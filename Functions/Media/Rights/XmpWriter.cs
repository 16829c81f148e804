using System.Text;
using System.Xml.Linq;

namespace News.Functions.Media.Rights;

/// <summary>Writes rights as an XMP packet, which every format but GIF can carry.</summary>
public static class XmpWriter
{
    /// <summary>The packet in UTF-8, or null where there is nothing to say.</summary>
    public static byte[]? Write(PictureRights rights)
    {
        if (rights == new PictureRights())
            return null;
        var description = new XElement(
            XmpNames.Rdf + "Description",
            new XAttribute(XmpNames.Rdf + "about", ""),
            Alternative(XmpNames.AltText, rights.Alt),
            Alternative(XmpNames.Description, rights.Caption),
            Sequence(XmpNames.Creator, rights.Creator),
            Plain(XmpNames.Credit, rights.Credit),
            Alternative(XmpNames.Rights, rights.Copyright),
            rights.License.StartsWith("http", StringComparison.Ordinal)
                ? Plain(XmpNames.WebStatement, rights.License)
                : Alternative(XmpNames.UsageTerms, rights.License));
        return Packet(new XElement(XmpNames.Meta + "xmpmeta", Prefix("x", XmpNames.Meta), new XElement(XmpNames.Rdf + "RDF", Prefixes(), description)));
    }

    private static byte[] Packet(XElement meta) => Encoding.UTF8.GetBytes(
        $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>{meta.ToString(SaveOptions.DisableFormatting)}<?xpacket end=\"r\"?>");

    private static IEnumerable<XAttribute> Prefixes() =>
    [
        Prefix("rdf", XmpNames.Rdf), Prefix("dc", XmpNames.Dc), Prefix("photoshop", XmpNames.Photoshop),
        Prefix("xmpRights", XmpNames.XmpRights), Prefix("Iptc4xmpCore", XmpNames.Iptc),
    ];

    private static XAttribute Prefix(string prefix, XNamespace name) => new(XNamespace.Xmlns + prefix, name.NamespaceName);

    private static XElement? Plain(XName property, string text) => text.Length == 0 ? null : new(property, text);

    private static XElement? Sequence(XName property, string text) => text.Length == 0 ? null
        : new(property, new XElement(XmpNames.Rdf + "Seq", new XElement(XmpNames.Rdf + "li", text)));

    private static XElement? Alternative(XName property, string text) => text.Length == 0 ? null
        : new(property, new XElement(XmpNames.Rdf + "Alt", new XElement(XmpNames.Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), text)));
}
