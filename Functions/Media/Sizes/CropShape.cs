using News.Domain.Blocks;

namespace News.Functions.Media.Sizes;

/// <summary>A shape that pictures are cut to.</summary>
/// <param name="Name">As the API names it.</param>
/// <param name="Across">Its width, in any unit.</param>
/// <param name="Down">Its height, in the same.</param>
/// <param name="Widths">In which it is made, in pixels, narrowest first.</param>
public sealed record CropShape(string Name, int Across, int Down, IReadOnlyList<int> Widths)
{
    /// <summary>The height that belongs to a width.</summary>
    public int Height(int width) => Math.Max(1, (int)Math.Round(width * (double)Down / Across));

    /// <summary>The largest window of this shape in a picture, with the focus as near its middle as the edges let it.</summary>
    public PixelRect Window(int width, int height, FocusPoint focus)
    {
        var across = Math.Clamp((int)Math.Round(height * (double)Across / Down), 1, width);
        var down = Math.Clamp(Height(width), 1, height);
        return new(Begin(width, across, focus.X), Begin(height, down, focus.Y), across, down);
    }

    private static int Begin(int length, int window, double focus) =>
        Math.Clamp((int)Math.Round((focus * length) - (window / 2.0)), 0, length - window);
}
