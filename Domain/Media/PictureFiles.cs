using System.Globalization;
using News.Domain.Blocks;

namespace News.Domain.Media;

/// <summary>
/// Which files a ready picture has and what they are called: all of it follows from its size and three facts, so that a list can give
/// every address of a picture without asking for its asset. The pipeline makes exactly these.
/// </summary>
public static class PictureFiles
{
    private const int FocusSteps = 20;

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

    /// <summary>The widths a picture this wide is made in, narrowest first.</summary>
    public static IReadOnlyList<int> Widths(int width) => Fitting(_widths, width);

    /// <summary>The widths of a crop of a picture.</summary>
    public static IReadOnlyList<int> Widths(int width, int height, string crop)
    {
        var (across, down, widths) = _crops[crop];
        return Fitting(widths, Math.Clamp((int)Math.Round(height * (double)across / down), 1, width));
    }

    /// <summary>The types, most preferred by browsers first, each with the ending of its files.</summary>
    public static IReadOnlyList<(string Type, string Ending)> Types(bool transparent) =>
        [("image/avif", "avif"), ("image/webp", "webp"), transparent ? ("image/png", "png") : ("image/jpeg", "jpg")];

    /// <summary>A file of the whole picture.</summary>
    public static string Name(int width, string ending) => string.Create(CultureInfo.InvariantCulture, $"{width}.{ending}");

    /// <summary>A file of a crop.</summary>
    /// <param name="focus">As <see cref="FocusKey"/> writes it, where it is another than the asset's own point of interest.</param>
    public static string Name(string crop, string? focus, int width, string ending)
    {
        var ratio = crop.Replace(':', 'x');
        return focus is null ? $"{ratio}-{Name(width, ending)}" : $"{ratio}-{focus}-{Name(width, ending)}";
    }

    /// <summary>A point to the nearest twentieth of width and height: close enough for a crop, and few enough to keep them all.</summary>
    public static string FocusKey(FocusPoint focus) =>
        string.Create(CultureInfo.InvariantCulture, $"{Step(focus.X):D2}-{Step(focus.Y):D2}");

    /// <summary>The point a key stands for.</summary>
    public static FocusPoint Focus(string key) => new(
        double.Parse(key.AsSpan(0, 2), CultureInfo.InvariantCulture) / FocusSteps, double.Parse(key.AsSpan(3, 2), CultureInfo.InvariantCulture) / FocusSteps);

    /// <summary>Never wider than there are pixels for; what is narrower than all is made as wide as it is.</summary>
    private static IReadOnlyList<int> Fitting(int[] widths, int available) =>
        available < widths[0] ? [available] : [.. widths.Where(width => width <= available)];

    private static int Step(double fraction) => (int)Math.Round(fraction * FocusSteps, MidpointRounding.AwayFromZero);
}
