using System.Text;
using NetVips;

namespace News.Functions.SampleSite.Pictures;

/// <summary>A picture of the sample site, drawn anew on every machine and always the same.</summary>
/// <param name="Name">Of its file, without extension.</param>
/// <param name="Alt">What it shows.</param>
/// <param name="Aspect">Width over height.</param>
/// <param name="Paint">Draws the motif at an hour.</param>
public sealed record SamplePicture(string Name, string Alt, double Aspect, int Seed, Palette Palette, Action<Canvas, Palette> Paint)
{
    private const int Width = 1_280;
    private const int PortraitWidth = 864;
    private const int Quality = 88;
    private const double Grain = 3.5;
    private const string Creator = "Tòa soạn mẫu";

    /// <summary>The file: a JPEG that says who made it and whose it is.</summary>
    public byte[] Draw()
    {
        var canvas = new Canvas(Aspect, Seed);
        Paint(canvas, Palette);
        using var drawing = Image.SvgloadBuffer(canvas.ToSvg(), scale: (Aspect < 1 ? PortraitWidth : Width) / (canvas.Width * 1_000));
        using var flat = drawing.Flatten();
        // Film grain: drawings without it look like drawings, and gradients would show their steps.
        using var noise = Image.Gaussnoise(flat.Width, flat.Height, sigma: Grain, mean: 0, seed: Seed);
        using var grained = flat + noise;
        using var bytes = grained.Cast(Enums.BandFormat.Uchar);
        // As XMP, for libvips writes EXIF in ASCII.
        using var named = bytes.Mutate(fields => fields.Set(GValue.BlobType, "xmp-data", Encoding.UTF8.GetBytes(Xmp())));
        return named.JpegsaveBuffer(q: Quality);
    }

    private string Xmp() => $"""
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:iptc="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
        <iptc:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">{Alt}</rdf:li></rdf:Alt></iptc:AltTextAccessibility>
        <dc:creator><rdf:Seq><rdf:li>{Creator}</rdf:li></rdf:Seq></dc:creator>
        <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© {Creator}</rdf:li></rdf:Alt></dc:rights>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        """;
}
