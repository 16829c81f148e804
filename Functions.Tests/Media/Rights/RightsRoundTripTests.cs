using System.Text;
using NetVips;
using News.Domain.Media;
using News.Functions.Media.Rights;
using News.Functions.Tests.Media.Making;
using Xunit;

namespace News.Functions.Tests.Media.Rights;

/// <summary>Rights go into the asset and into every file; where the picture was taken and with what goes nowhere.</summary>
public class RightsRoundTripTests
{
    private static readonly MediaText _text = new("", "Lũ về trên sông Đáy", "Minh Hạ / TTXVN", "© 2026 Báo Sông Đáy", "");

    [Fact]
    public async Task Jpeg() => await AssertKept(Dressed().JpegsaveBuffer());

    [Fact]
    public async Task Tiff_as_Photoshop_writes_it()
    {
        using var dressed = Dressed().Mutate(fields => fields.Remove("iptc-data"));
        using var picture = dressed.With("photoshop-data", Iptc()["Photoshop 3.0\0".Length..]);
        await AssertKept(picture.TiffsaveBuffer());
    }

    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    public async Task Tiff_with_a_tag_of_its_own(ushort type)
    {
        using var dressed = Dressed().Mutate(fields => fields.Remove("iptc-data"));
        await AssertKept(TiffEditor.Insert(dressed.TiffsaveBuffer(), 33_723, type, Iptc()));
    }

    [Fact]
    public async Task Png_and_WebP_and_Avif_by_their_xmp()
    {
        using var picture = Flat.Noise(64, 48).With("xmp-data", XmpWriter.Write(new("", _text.Caption, "Minh Hạ", "TTXVN", _text.Copyright, ""))!);
        await AssertKept(picture.PngsaveBuffer());
        await AssertKept(picture.WebpsaveBuffer());
        await AssertKept(picture.AsAvif());
    }

    [Fact]
    public async Task Heic()
    {
        using var studio = new Studio();
        using var picture = Flat.Noise(64, 48).With("xmp-data", XmpWriter.Write(new("", _text.Caption, "Minh Hạ", "TTXVN", _text.Copyright, ""))!);
        await AssertKept(await Making.Heic.Encode(studio, picture.JpegsaveBuffer()));
    }

    [Fact]
    public async Task Location_goes_nowhere_where_nothing_else_is_said_either()
    {
        using var picture = Flat.Noise(64, 48).With("xmp-data", Encoding.UTF8.GetBytes("""
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="20,30.5N"/></rdf:RDF></x:xmpmeta>
            """));
        foreach (var original in (byte[][])[picture.JpegsaveBuffer(), picture.PngsaveBuffer(), picture.WebpsaveBuffer(), picture.AsAvif()])
        {
            using var studio = new Studio();
            var made = await studio.Make(original);
            Assert.All(made.All, file => Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(File.ReadAllBytes(made.Path(file))), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Licence_and_alt_text_come_through()
    {
        using var studio = new Studio();
        var rights = new PictureRights(Alt: "Một cây cầu gãy", License: "https://creativecommons.org/licenses/by/4.0/");
        using var picture = Flat.Noise(64, 48).With("xmp-data", XmpWriter.Write(rights)!);
        var made = await studio.Make(picture.JpegsaveBuffer());
        Assert.Equal(rights.Text, made.Asset.Text);
        Assert.All(made.All, file => Assert.Equal(rights, XmpReader.Read(Blob(made, file, "xmp-data"))));
    }

    [Fact]
    public async Task Moving_WebP_carries_them_too()
    {
        using var studio = new Studio();
        using var frame = Flat.Noise(64, 48);
        using var roll = Image.Arrayjoin([frame, frame.Invert()], across: 1).Mutate(fields =>
        {
            fields.Set(GValue.GIntType, "page-height", 48);
            fields.Set(GValue.BlobType, "xmp-data", XmpWriter.Write(new(Credit: "TTXVN"))!);
        });
        var made = await studio.Make(roll.WebpsaveBuffer());
        Assert.Equal("TTXVN", made.Asset.Text.Credit);
        Assert.Equal("TTXVN", XmpReader.Read(Blob(made, made.Asset.Files[0], "xmp-data")).Credit);
    }

    private static async Task AssertKept(byte[] original)
    {
        using var studio = new Studio();
        var made = await studio.Make(original);
        Assert.Equal(_text, made.Asset.Text);
        foreach (var file in made.All)
        {
            var rights = XmpReader.Read(Blob(made, file, "xmp-data"));
            Assert.Equal(_text, rights.Text);
            if (file.Type == Made.Jpeg)
                Assert.Equal(_text, IptcReader.Read(Blob(made, file, "iptc-data")).Text);
            using var image = made.Open(file);
            Assert.DoesNotContain(image.GetFields(), field => field.StartsWith("exif-ifd3", StringComparison.Ordinal) || field.EndsWith("Model", StringComparison.Ordinal));
            Assert.DoesNotContain("Secret Camera", Encoding.Latin1.GetString(File.ReadAllBytes(made.Path(file))), StringComparison.Ordinal);
        }
    }

    /// <summary>A picture that says who made it in all three ways, and where and with what.</summary>
    private static Image Dressed()
    {
        using var picture = Flat.Noise(64, 48);
        return picture.Mutate(fields =>
        {
            fields.Set(GValue.GStrType, "exif-ifd0-Model", "Secret Camera");
            fields.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "20/1 30/1 0/1");
            fields.Set(GValue.GStrType, "exif-ifd0-Copyright", "Secret Camera's default");
            fields.Set(GValue.BlobType, "iptc-data", Iptc());
            fields.Set(GValue.BlobType, "xmp-data", XmpWriter.Write(new(Caption: _text.Caption))!);
        });
    }

    private static byte[] Iptc() => Iim.Block(Encoding.UTF8, utf8: true, (80, "Minh Hạ"), (110, "TTXVN"), (116, _text.Copyright));

    private static byte[]? Blob(Made made, PictureFile file, string field)
    {
        using var image = made.Open(file);
        return image.Contains(field) ? (byte[])image.Get(field) : null;
    }
}
