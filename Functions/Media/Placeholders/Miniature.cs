using NetVips;
using News.Functions.Media.Sizes;

namespace News.Functions.Media.Placeholders;

/// <summary>A few pixels of a picture, from which what is shown before it has come is made.</summary>
/// <param name="Rgba">Four bytes a pixel, row by row, alpha not multiplied in.</param>
public sealed record Miniature(int Width, int Height, byte[] Rgba)
{
    public const int Channels = 4;
    private const int Side = 100;

    /// <summary>At most 100 pixels a side.</summary>
    public static Miniature Of(Image still)
    {
        var scale = Math.Min(1, Side / (double)Math.Max(still.Width, still.Height));
        using var small = Resizing.To(still, Length(still.Width, scale), Length(still.Height, scale));
        using var rgba = small.HasAlpha() ? small.Copy() : small.Bandjoin(255);
        return new(rgba.Width, rgba.Height, rgba.WriteToMemory<byte>());
    }

    private static int Length(int original, double scale) => Math.Max(1, (int)Math.Round(original * scale));
}
