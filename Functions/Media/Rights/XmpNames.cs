using System.Xml.Linq;

namespace News.Functions.Media.Rights;

/// <summary>The properties of XMP that are read and written (XMP part 1 and 2, IPTC Photo Metadata 2023.2, Creative Commons).</summary>
internal static class XmpNames
{
    public static readonly XNamespace Meta = "adobe:ns:meta/";
    public static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    public static readonly XNamespace XmpRights = "http://ns.adobe.com/xap/1.0/rights/";
    public static readonly XNamespace Iptc = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    public static readonly XNamespace CreativeCommons = "http://creativecommons.org/ns#";

    public static readonly XName Description = Dc + "description";
    public static readonly XName Creator = Dc + "creator";
    public static readonly XName Rights = Dc + "rights";
    public static readonly XName Credit = Photoshop + "Credit";
    public static readonly XName AltText = Iptc + "AltTextAccessibility";
    public static readonly XName License = CreativeCommons + "license";
    public static readonly XName WebStatement = XmpRights + "WebStatement";
    public static readonly XName UsageTerms = XmpRights + "UsageTerms";
}
