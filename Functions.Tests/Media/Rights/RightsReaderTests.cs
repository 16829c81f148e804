using System.Text;
using News.Domain.Media;
using News.Functions.Media.Rights;
using Xunit;

namespace News.Functions.Tests.Media.Rights;

/// <summary>What agencies, editing programs and cameras write into files, in the encodings that they really use.</summary>
public class RightsReaderTests
{
    private const string Photographer = "Nguyễn Thị Ánh Đào";
    private static readonly Encoding _vietnamese = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;

    [Fact]
    public void Iptc_that_says_it_is_utf8() => Assert.Equal(
        new(Caption: "Lũ về", Creator: Photographer, Credit: "TTXVN", Copyright: "© 2026 Báo"),
        Iptc(Iim.Block(Encoding.UTF8, utf8: true, (80, Photographer), (110, "TTXVN"), (116, "© 2026 Báo"), (120, "Lũ về"))));

    [Fact]
    public void Iptc_in_utf8_that_does_not_say_so() =>
        Assert.Equal(Photographer, Iptc(Iim.Block(Encoding.UTF8, utf8: false, (80, Photographer))).Creator);

    [Fact]
    public void Iptc_in_Latin_1() =>
        Assert.Equal("Þórður Müller, Così", Iptc(Iim.Block(Encoding.Latin1, utf8: false, (80, "Þórður Müller, Così"))).Creator);

    [Fact]
    public void Iptc_in_Windows_1252() => Assert.Equal("Ảnh“".Replace("Ả", "A", StringComparison.Ordinal), Iptc([0x1C, 2, 80, 0, 4, .. "Anh"u8, 0x93]).Creator);

    [Theory]
    [InlineData(Photographer)]
    [InlineData("Đặng Hữu Phước")]
    [InlineData("Trần Văn Tuấn / Bão số 3 đổ bộ")]
    public void Iptc_in_Windows_1258(string text) =>
        Assert.Equal(text, Iptc(Iim.Block(_vietnamese, utf8: false, (80, Decomposed(text)))).Creator);

    [Fact]
    public void Iptc_of_several_photographers_outside_photoshop() =>
        Assert.Equal("Minh Hạ, An Khê", Iptc(Iim.Records(Encoding.UTF8, utf8: true, (80, "Minh Hạ"), (80, "An Khê"))).Creator);

    [Theory]
    [InlineData("rdf:Alt", "<rdf:li xml:lang='en'>Flood</rdf:li><rdf:li xml:lang='x-default'>Lũ</rdf:li>", "Lũ")]
    [InlineData("rdf:Alt", "<rdf:li xml:lang='vi'>Lũ</rdf:li><rdf:li xml:lang='en'>Flood</rdf:li>", "Lũ")]
    [InlineData("rdf:Seq", "<rdf:li>Minh Hạ</rdf:li><rdf:li> </rdf:li><rdf:li>An Khê</rdf:li>", "Minh Hạ, An Khê")]
    public void Xmp_lists(string list, string items, string text) =>
        Assert.Equal(text, Xmp($"<dc:description><{list}>{items}</{list}></dc:description>").Caption);

    [Fact]
    public void Xmp_attributes_elements_and_links() => Assert.Equal(
        new(Alt: "Một cây cầu gãy", Credit: "TTXVN", License: "https://creativecommons.org/licenses/by/4.0/"),
        Xmp("""
            <Iptc4xmpCore:AltTextAccessibility>Một cây cầu gãy</Iptc4xmpCore:AltTextAccessibility>
            <cc:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/>
            <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Chỉ dùng cho báo chí</rdf:li></rdf:Alt></xmpRights:UsageTerms>
            """, "photoshop:Credit='TTXVN'"));

    [Fact]
    public void Xmp_padded_and_in_utf16() =>
        Assert.Equal("TTXVN", XmpReader.Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Packet("", "photoshop:Credit='TTXVN'") + new string(' ', 50))]).Credit);

    [Theory]
    [InlineData("")]
    [InlineData("<x")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>")]
    [InlineData("<?xml version='1.0' encoding='klingon'?><x/>")]
    public void Xmp_that_is_none_says_nothing(string packet) => Assert.Equal(new(), XmpReader.Read(Encoding.UTF8.GetBytes(packet)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Exif_in_either_byte_order(bool bigEndian) => Assert.Equal(
        new(Caption: "Cầu Thê Húc", Creator: Photographer, Copyright: "© Báo"),
        ExifReader.Read(Exif.Block(bigEndian, (0x010E, "Cầu Thê Húc\0"u8.ToArray()), (0x013B, _vietnamese.GetBytes(Decomposed(Photographer) + '\0')), (0x8298, " \0© Báo\0"u8.ToArray()))));

    [Fact]
    public void Exif_as_Windows_writes_it() => Assert.Equal(
        new(Caption: "Cầu", Creator: Photographer),
        ExifReader.Read(Exif.Block(bigEndian: false, (0x9C9C, Encoding.Unicode.GetBytes("Cầu\0")), (0x9C9D, Encoding.Unicode.GetBytes(Photographer + '\0')))));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Damaged_blocks_say_nothing_and_break_nothing(int block)
    {
        var random = new Random(block);
        var file = block switch
        {
            0 => Exif.Block(bigEndian: false, (0x010E, new byte[40])),
            1 => Iim.Block(Encoding.UTF8, utf8: true, (80, "An")),
            _ => Encoding.UTF8.GetBytes(Packet("<dc:creator>An</dc:creator>")),
        };
        for (var i = 0; i < 3_000; i++)
        {
            var broken = file[..random.Next(file.Length)];
            if (broken.Length > 0)
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            Assert.NotNull(RightsReader.Read(new(broken, broken, broken)));
        }
    }

    [Fact]
    public void Blocks_that_differ_are_believed_in_their_order() => Assert.Equal(
        new(Caption: "xmp", Creator: "iptc", Copyright: "exif"),
        RightsReader.Read(new(
            Exif.Block(bigEndian: false, (0x010E, "exif"u8.ToArray()), (0x013B, "exif"u8.ToArray()), (0x8298, "exif"u8.ToArray())),
            Encoding.UTF8.GetBytes(Packet("<dc:description>xmp</dc:description>")),
            Iim.Block(Encoding.UTF8, utf8: true, (80, "iptc"), (120, "iptc")))));

    [Fact]
    public void Texts_are_made_fit_to_store()
    {
        var read = RightsReader.Read(new(Xmp: Encoding.UTF8.GetBytes(Packet($"<dc:description>  Lu\u0303\u202E ve\u0300 \uFFFD</dc:description><dc:creator>{new string('a', 5_000)}</dc:creator>"))));
        Assert.Equal("Lũ vè", read.Caption);
        Assert.Equal(2_000, read.Creator.Length);
    }

    [Theory]
    [InlineData("An", "", "An")]
    [InlineData("", "TTXVN", "TTXVN")]
    [InlineData("An", "TTXVN", "An / TTXVN")]
    [InlineData("An", "An/TTXVN", "An/TTXVN")]
    [InlineData("An", "an", "an")]
    public void Photographer_and_agency_are_named_together(string creator, string credit, string line) =>
        Assert.Equal(new MediaText(Credit: line), new PictureRights(Creator: creator, Credit: credit).Text);

    private static PictureRights Iptc(byte[] block) => IptcReader.Read(block);

    private static PictureRights Xmp(string elements, string attributes = "") => XmpReader.Read(Encoding.UTF8.GetBytes(Packet(elements, attributes)));

    private static string Packet(string elements, string attributes = "") => $"""
        <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:cc="http://creativecommons.org/ns#"
        xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" {attributes}>{elements}</rdf:Description></rdf:RDF></x:xmpmeta>
        """;

    /// <summary>As Windows-1258 has it: the letter with its hat, then the tone.</summary>
    private static string Decomposed(string text) => string.Concat(text.Select(letter =>
        _vietnamese.GetString(_vietnamese.GetBytes(letter.ToString())) == letter.ToString() ? letter.ToString() : Split(letter)));

    private static string Split(char letter)
    {
        var parts = letter.ToString().Normalize(NormalizationForm.FormD);
        var tone = parts.First(mark => "\u0300\u0301\u0303\u0309\u0323".Contains(mark, StringComparison.Ordinal));
        return parts.Replace(tone.ToString(), "", StringComparison.Ordinal).Normalize() + tone;
    }
}
