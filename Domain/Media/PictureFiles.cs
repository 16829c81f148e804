using System.Globalization;
using News.Domain.Blocks;

namespace News.Domain.Media;

/// <summary>
/// Which files a ready picture has and what they are called: all of it follows from its size and three facts, so that a list can give
/// every address of a picture without asking for its asset. The pipeline makes exactly these.
/// </summary>
public static class PictureFiles
{
    /// <summary>The crop for social networks, made in one width.</summary>
    public const string Social = "1200x630";

    private const int SocialWidth = 1200;
    private const int FocusSteps = 20;

    /// <summary>Each crop's ratio by name.</summary>
    public static IReadOnlyDictionary<string, (int Width, int Height)> Ratios { get; } = new Dictionary<string, (int, int)>
    {
        ["1:1"] = (1, 1),
        ["4:3"] = (4, 3),
        ["16:9"] = (16, 9),
        [Social] = (SocialWidth, 630),
    };

    private static readonly int[] _widths = [320, 640, 960, 1280, 1920];

    /// <summary>The widths something this wide is made in, narrowest first; never wider than it is.</summary>
    public static IReadOnlyList<int> Widths(int available) => available < _widths[0] ? [available] : [.. _widths.Where(width => width <= available)];

    /// <summary>The widths of a crop of a picture.</summary>
    public static IReadOnlyList<int> Widths(int width, int height, string crop)
    {
        var (across, down) = Ratios[crop];
        var available = Math.Max(1, (int)Math.Min(width, (long)height * across / down));
        return crop == Social ? [Math.Min(SocialWidth, available)] : Widths(available);
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

    private static int Step(double fraction) => (int)Math.Round(fraction * FocusSteps, MidpointRounding.AwayFromZero);
}
