using System.Globalization;
using News.Domain.Blocks;

namespace News.Domain.Media;

/// <summary>
/// Which files a ready picture has and what they are called: all of it follows from a few facts, so that a list can give every address
/// of a picture without asking for its asset. The pipeline makes exactly these, and a test holds it to that.
/// </summary>
public static class PictureFiles
{
    /// <summary>Pixels of an AVIF file, as its baseline profile has them (AV1 Image File Format, 8.2).</summary>
    public const int AvifPixels = 8_912_896;

    /// <summary>Pixels a side of an AVIF file: encoders take no more.</summary>
    public const int AvifSide = 16_384;

    /// <summary>Pixels a side of a WebP file, which its format has no bits for beyond.</summary>
    public const int WebPSide = 16_383;

    /// <summary>Pixels a side of a JPEG file, likewise.</summary>
    public const int JpegSide = 65_500;

    private const int GifWidth = 640;
    private const double Thousandths = 1_000;
    private const double FocusSteps = 20;

    private static readonly int[] _widths = [320, 640, 960, 1280, 1920];

    /// <summary>Each crop by name: its ratio, and the widths it is made in.</summary>
    private static readonly Dictionary<string, (int Across, int Down, int[] Widths)> _crops = new()
    {
        ["1:1"] = (1, 1, [320, 640]),
        ["4:3"] = (4, 3, [320, 640, 960]),
        ["16:9"] = (16, 9, [320, 640, 1280, 1920]),
        ["1200x630"] = (1200, 630, [1200]),
    };

    /// <summary>The names of the crops every picture has.</summary>
    public static IReadOnlyCollection<string> Crops => _crops.Keys;

    /// <summary>The files of the whole picture by type, most preferred first, narrowest first within a type.</summary>
    public static IReadOnlyList<FilesOfType> Whole(PictureFacts facts)
    {
        var sizes = Fitting(_widths, facts.Width)
            .Select(width => (Name: $"{width}", Width: width, Height: Scaled(width, facts.Height, facts.Width))).ToList();
        if (!facts.Animated)
            return Still(sizes, facts.Transparent);
        var gif = sizes.Last(size => size == sizes[0] || size.Width <= GifWidth);
        return Types(
            Of("image/webp", "webp", sizes.Where(size => TakesWebP(size.Width, size.Height))),
            Of("image/gif", "gif", [gif]));
    }

    /// <summary>The files of a crop, likewise; those of an animation stand still.</summary>
    /// <param name="focus">The point it is made around, as <see cref="FocusKey"/> writes it.</param>
    public static IReadOnlyList<FilesOfType> Crop(PictureFacts facts, string crop, string focus)
    {
        var (across, down, widths) = _crops[crop];
        var available = Math.Clamp((int)Math.Round(facts.Height * (double)across / down), 1, facts.Width);
        var ratio = crop.Replace(':', 'x');
        return Still([.. Fitting(widths, available).Select(width => ($"{ratio}-{focus}-{width}", width, Scaled(width, down, across)))], facts.Transparent);
    }

    /// <summary>A point as the names of files have it: thousandths of width and height.</summary>
    public static string FocusKey(FocusPoint focus) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round(focus.X * Thousandths)}-{Math.Round(focus.Y * Thousandths)}");

    /// <summary>The point a key stands for; null when it stands for none.</summary>
    public static FocusPoint? Focus(string key) => key.Split('-') is [var x, var y] && Part(x) is { } across && Part(y) is { } down ? new(across, down) : null;

    /// <summary>The nearest twentieth of width and height: close enough for a crop, and few enough to keep the crops of them all.</summary>
    public static FocusPoint Nearest(FocusPoint focus) => new(Math.Round(focus.X * FocusSteps) / FocusSteps, Math.Round(focus.Y * FocusSteps) / FocusSteps);

    private static double? Part(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Thousandths ? number / Thousandths : null;

    /// <summary>Whether an AVIF file can be so large.</summary>
    public static bool TakesAvif(int width, int height) => width * (long)height <= AvifPixels && Math.Max(width, height) <= AvifSide;

    /// <summary>Whether a WebP file can be so large.</summary>
    public static bool TakesWebP(int width, int height) => Math.Max(width, height) <= WebPSide;

    /// <summary>Whether a JPEG file can be so large.</summary>
    public static bool TakesJpeg(int width, int height) => Math.Max(width, height) <= JpegSide;

    private static List<FilesOfType> Still(IReadOnlyList<(string Name, int Width, int Height)> sizes, bool transparent) => Types(
        Of("image/avif", "avif", sizes.Where(size => TakesAvif(size.Width, size.Height))),
        Of("image/webp", "webp", sizes.Where(size => TakesWebP(size.Width, size.Height))),
        Of("image/jpeg", "jpg", sizes.Where(size => !transparent && TakesJpeg(size.Width, size.Height))),
        Of("image/png", "png", sizes.Where(size => transparent || !TakesJpeg(size.Width, size.Height))));

    private static List<FilesOfType> Types(params FilesOfType[] types) => [.. types.Where(type => type.Files.Count > 0)];

    private static FilesOfType Of(string type, string ending, IEnumerable<(string Name, int Width, int Height)> sizes) =>
        new(type, [.. sizes.Select(size => ($"{size.Name}.{ending}", size.Width))]);

    private static int Scaled(int width, int down, int across) => Math.Max(1, (int)Math.Round(width * (double)down / across));

    /// <summary>Never wider than there are pixels for; what is narrower than all is made as wide as it is.</summary>
    private static IReadOnlyList<int> Fitting(int[] widths, int available) =>
        available < widths[0] ? [available] : [.. widths.Where(width => width <= available)];
}
