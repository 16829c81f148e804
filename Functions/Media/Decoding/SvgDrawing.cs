using System.Globalization;
using NetVips;

namespace News.Functions.Media.Decoding;

/// <summary>
/// Draws an SVG once, as wide as its widest rendition. Scripts are not run. Nothing outside the file is read: here the drawing
/// library gets bytes and no place they came from; the child process, Debian's <c>rsvg-convert</c>, a folder with nothing else in it.
/// </summary>
public sealed class SvgDrawing(PictureSettings settings)
{
    /// <summary>A drawing has no pixels of its own; this is the widest that anybody is served.</summary>
    private const int Width = 1_920;
    private const int Height = 4_640;
    private const int DotsPerInch = 96;
    private const long Mebi = 1_048_576;
    private const string Convert = "rsvg-convert";

    private readonly BoundedProcess _child = new(MediaLimits.ConverterMegabytes * Mebi, MediaLimits.ConvertedMegabytes * Mebi, settings.Time);

    /// <summary>The drawing.</summary>
    /// <exception cref="MediaRejectedException">It is damaged, too much to draw, or nothing here can draw it.</exception>
    public async Task<Image> Draw(string path, string folder, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        return PlainSvg.Is(file) ? DrawHere(await File.ReadAllBytesAsync(path, ct)) : Image.Pngload(await DrawApart(path, folder, ct), failOn: Enums.FailOn.Truncated);
    }

    private static Image DrawHere(byte[] svg)
    {
        using var header = Image.SvgloadBuffer(svg, dpi: DotsPerInch);
        var scale = Fit(header);
        // Its size was rounded to whole pixels, which is much for a small one.
        using var rounded = Image.SvgloadBuffer(svg, dpi: DotsPerInch, scale: scale);
        return Image.SvgloadBuffer(svg, dpi: DotsPerInch, scale: scale * Fit(rounded));
    }

    private static double Fit(Image drawing) => Math.Min(Width / (double)drawing.Width, Height / (double)drawing.Height);

    private async Task<string> DrawApart(string path, string folder, CancellationToken ct)
    {
        if (!BoundedProcess.Finds(Convert))
            throw new MediaRejectedException("This server can only draw plain shapes from SVG; export the picture as PNG.");
        File.Copy(path, Path.Combine(folder, "drawing.svg"));
        string[] arguments = ["--width", Number(Width), "--height", Number(Height), "--keep-aspect-ratio", "drawing.svg", "--output", "drawing.png"];
        return await _child.Run(Convert, arguments, folder, ct) is not null
            ? Path.Combine(folder, "drawing.png")
            : throw new MediaRejectedException("The SVG is damaged or too much to draw.");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
