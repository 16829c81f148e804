using NetVips;
using News.Domain.Blocks;

namespace News.Functions.Media.Pictures;

/// <summary>Finds the point that draws the eye: edges, skin and saturated colours (libvips' attention).</summary>
public static class FocusDetection
{
    private const int Places = 3;
    private static readonly FocusPoint _middle = new(0.5, 0.5);

    /// <summary>The point, in thousandths; the middle where nothing stands out.</summary>
    public static FocusPoint Find(Image still)
    {
        // Detection wants a window to move; the size of a portrait in the picture does.
        var side = Math.Min(still.Width, still.Height) / 2;
        if (side < 8)
            return _middle;
        using var flat = still.HasAlpha() ? still.Flatten(background: [128, 128, 128]) : still.Copy();
        using var window = flat.Smartcrop(side, side, out var x, out var y, interesting: Enums.Interesting.Attention);
        return x == 0 && y == 0 ? _middle : Rounded(new((x + 0.5) / still.Width, (y + 0.5) / still.Height));
    }

    /// <summary>The point in thousandths, as the names of files have it.</summary>
    public static FocusPoint Rounded(FocusPoint focus) =>
        new(Math.Round(Math.Clamp(focus.X, 0, 1), Places), Math.Round(Math.Clamp(focus.Y, 0, 1), Places));
}
