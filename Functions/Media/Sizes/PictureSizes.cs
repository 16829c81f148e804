using News.Domain.Blocks;

namespace News.Functions.Media.Sizes;

/// <summary>In which sizes a picture is made. None is wider than the original.</summary>
public static class PictureSizes
{
    private const int MostShrink = 8;
    private static readonly FocusPoint _anywhere = new(0.5, 0.5);

    /// <summary>Widths of the whole picture, narrowest first.</summary>
    public static IReadOnlyList<int> Whole { get; } = [320, 640, 960, 1280, 1920];

    /// <summary>Shapes it is cut to: thumbnails and faces, lists, heads of pages, and what social networks show.</summary>
    public static IReadOnlyList<CropShape> Crops { get; } =
    [
        new("1:1", 1, 1, [320, 640]),
        new("4:3", 4, 3, [320, 640, 960]),
        new("16:9", 16, 9, [320, 640, 1280, 1920]),
        new("1200x630", 1200, 630, [1200]),
    ];

    /// <summary>Those widths that there are pixels for; the width there is where it is less than all of them.</summary>
    public static IReadOnlyList<int> Fitting(IReadOnlyList<int> widths, int width) =>
        widths[0] > width ? [width] : [.. widths.Where(wanted => wanted <= width)];

    /// <summary>How much smaller than the original, upright, a picture may become and still be enough for every size; at most 1.</summary>
    public static double Scale(int width, int height) => Crops
        .Select(shape => (shape.Widths, Width: shape.Window(width, height, _anywhere).Width))
        .Append((Whole, Width: width))
        .Max(size => Fitting(size.Item1, size.Width)[^1] / (double)size.Width);

    /// <summary>By which of 1, 2, 4 or 8 a decoder may divide both sides and leave enough.</summary>
    public static int Shrink(int width, int height)
    {
        var enough = 1 / Math.Max(Scale(width, height), Scale(height, width));
        var shrink = 1;
        while (shrink < MostShrink && shrink * 2 <= enough)
            shrink *= 2;
        return shrink;
    }
}
