using NetVips;

namespace News.Functions.Media.Sizes;

/// <summary>Makes a picture smaller, by Lanczos.</summary>
public static class Resizing
{
    /// <summary>The picture in this size exactly. What is transparent gives no colour to what is not.</summary>
    public static Image To(Image picture, int width, int height)
    {
        if (picture.Width == width && picture.Height == height)
            return picture.Copy();
        double across = width / (double)picture.Width, down = height / (double)picture.Height;
        if (!picture.HasAlpha())
            return picture.Resize(across, vscale: down);
        using var weighted = picture.Premultiply();
        using var resized = weighted.Resize(across, vscale: down);
        using var plain = resized.Unpremultiply();
        return plain.Cast(picture.Format);
    }
}
