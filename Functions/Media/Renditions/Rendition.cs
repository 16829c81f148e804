using News.Domain.Blocks;
using News.Functions.Media.Sizes;

namespace News.Functions.Media.Renditions;

/// <summary>One size of a picture or of a part of it, in which it is made in every type.</summary>
/// <param name="Shape">The shape it is cut to, or null for the whole.</param>
/// <param name="Name">Of its files, without what names the type.</param>
/// <param name="Window">The part, in pixels of the prepared picture.</param>
/// <param name="Width">In pixels of the file.</param>
/// <param name="Height">In pixels of the file.</param>
/// <param name="Twin">Name of the whole's files with the very same pixels, where the shape is the picture's own.</param>
public sealed record Rendition(CropShape? Shape, string Name, PixelRect Window, int Width, int Height, string? Twin = null)
{
    private const int Thousandths = 1_000;

    /// <summary>How much work it is.</summary>
    public long Pixels => (long)Width * Height;

    /// <summary>The sizes of the whole.</summary>
    /// <param name="original">Width and height of the original, upright.</param>
    /// <param name="prepared">Width and height of what the files are made from.</param>
    public static IEnumerable<Rendition> Whole((int Width, int Height) original, (int Width, int Height) prepared) =>
        from width in PictureSizes.Fitting(PictureSizes.Whole, original.Width)
        select new Rendition(null, $"{width}", All(prepared), width, HeightOf(original, width));

    /// <summary>The sizes of every shape around a point, which is part of their names: they are cached for ever.</summary>
    public static IEnumerable<Rendition> Crops((int Width, int Height) original, (int Width, int Height) prepared, FocusPoint focus) =>
        from shape in PictureSizes.Crops
        let window = shape.Window(prepared.Width, prepared.Height, focus)
        from width in PictureSizes.Fitting(shape.Widths, shape.Window(original.Width, original.Height, focus).Width)
        let twin = window == All(prepared) && shape.Height(width) == HeightOf(original, width) ? $"{width}" : null
        select new Rendition(shape, $"{shape.Name.Replace(':', 'x')}-{Part(focus.X)}-{Part(focus.Y)}-{width}", window, width, shape.Height(width), twin);

    private static PixelRect All((int Width, int Height) prepared) => new(0, 0, prepared.Width, prepared.Height);

    private static int HeightOf((int Width, int Height) original, int width) => Math.Max(1, (int)Math.Round(width * (double)original.Height / original.Width));

    private static int Part(double fraction) => (int)Math.Round(fraction * Thousandths);
}
