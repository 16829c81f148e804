using NetVips;
using News.Domain.Media;

namespace News.Functions.Media.Renditions;

/// <summary>Writes one type of file.</summary>
/// <param name="Type">Media type.</param>
/// <param name="Extension">Of its files' names.</param>
/// <param name="Cost">Of a pixel, against the others.</param>
/// <param name="Takes">Which sizes, in pixels, the format or its players can hold.</param>
/// <param name="Save">Writes a picture to a path; a graphic keeps its colours at full resolution.</param>
public sealed record Encoder(string Type, string Extension, int Cost, Func<int, int, bool> Takes, Action<Image, string, bool> Save)
{
    // Measured on photographs 1,920 pixels wide: with effort 1 AVIF takes a fifth of the time of the library's own choice (4)
    // for files 11 % longer at the same likeness, and WebP with effort 2 half of the time for 6 %.
    private const int AvifQuality = 50;
    private const int AvifEffort = 1;
    private const int WebPQuality = 75;
    private const int WebPEffort = 2;
    private const int JpegQuality = 80;
    private const int PngCompression = 6;

    private const Enums.ForeignKeep Rights = Enums.ForeignKeep.Xmp | Enums.ForeignKeep.Iptc;

    private static readonly Encoder _avif = new("image/avif", "avif", 4, PictureFiles.TakesAvif, (image, path, graphic) =>
        image.Heifsave(path, q: AvifQuality, effort: AvifEffort, compression: Enums.ForeignHeifCompression.Av1, bitdepth: 8, subsampleMode: Chroma(graphic), keep: Rights));

    private static readonly Encoder _webP = new("image/webp", "webp", 2, PictureFiles.TakesWebP, (image, path, graphic) =>
        image.Webpsave(path, q: WebPQuality, effort: WebPEffort, smartSubsample: graphic, keep: Rights));

    private static readonly Encoder _jpeg = new("image/jpeg", "jpg", 1, PictureFiles.TakesJpeg, (image, path, graphic) =>
    {
        // A progressive file is held in memory until it is whole.
        var progressive = image.Width * (long)image.Height <= MediaLimits.AvifPixels;
        image.Jpegsave(path, q: JpegQuality, optimizeCoding: progressive, interlace: progressive, subsampleMode: Chroma(graphic), keep: Rights);
    });

    private static readonly Encoder _png = new("image/png", "png", 2, (_, _) => true, (image, path, _) =>
        image.Pngsave(path, compression: PngCompression, keep: Rights));

    /// <summary>Those a still picture is offered in, best first; the last is for everybody.</summary>
    public static IReadOnlyList<Encoder> For(bool transparent, int width, int height) =>
        [.. new[] { _avif, _webP }.Where(encoder => encoder.Takes(width, height)), transparent || !_jpeg.Takes(width, height) ? _png : _jpeg];

    private static Enums.ForeignSubsample Chroma(bool graphic) => graphic ? Enums.ForeignSubsample.Off : Enums.ForeignSubsample.On;
}
