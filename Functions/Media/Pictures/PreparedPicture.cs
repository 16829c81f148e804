using NetVips;
using News.Functions.Media.Color;
using News.Functions.Media.Decoding;
using News.Functions.Media.Sizes;

namespace News.Functions.Media.Pictures;

/// <summary>
/// A picture decoded once, as every file of it is made from: in memory, upright, 8-bit sRGB, as large as the largest file needs,
/// and with nothing left of the original's metadata.
/// </summary>
/// <param name="Frames">One, or those of an animation; with alpha only where the picture is transparent.</param>
public sealed record PreparedPicture(IReadOnlyList<Image> Frames) : IDisposable
{
    /// <summary>What stands for the whole: the first frame.</summary>
    public Image Still => Frames[0];

    /// <summary>Whether any pixel is.</summary>
    public bool Transparent => Still.HasAlpha();

    /// <summary>Decodes it to its end.</summary>
    /// <exception cref="VipsException">It ends early or is damaged.</exception>
    public static PreparedPicture Of(OpenedPicture opened, CancellationToken ct)
    {
        var frames = new List<Image>();
        foreach (var frame in opened.Animation?.Frames ?? [opened.Pixels.Copy()])
        {
            using (frame)
                frames.Add(Prepare(frame, opened, ct));
        }

        return new(WithoutIdleAlpha(frames));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var frame in Frames)
            frame.Dispose();
    }

    private static Image Prepare(Image frame, OpenedPicture opened, CancellationToken ct)
    {
        var scale = PictureSizes.Scale(opened.UprightWidth, opened.UprightHeight);
        using var resized = Resizing.To(frame, Length(opened.Width, scale), Length(opened.Height, scale));
        using var killed = ct.UnsafeRegister(image => ((Image)image!).SetKill(true), resized);
        using var color = ManagedColor.ToSrgb(resized, opened.Color);
        using var still = color.CopyMemory();
        using var upright = Upright.Turn(still, opened.Orientation);
        using var bare = upright.Mutate(Strip);
        ct.ThrowIfCancellationRequested();
        return bare.CopyMemory();
    }

    private static int Length(int original, double scale) => Math.Max(1, (int)Math.Round(original * scale));

    private static void Strip(MutableImage header)
    {
        foreach (var field in header.GetFields())
            header.Remove(field);
    }

    private static List<Image> WithoutIdleAlpha(List<Image> frames) =>
        frames.Exists(frame => frame.HasAlpha() && IsTransparent(frame)) ? frames.ConvertAll(WithAlpha) : frames.ConvertAll(WithoutAlpha);

    private static Image WithAlpha(Image frame)
    {
        if (frame.HasAlpha())
            return frame;
        using (frame)
            return frame.Bandjoin(255);
    }

    private static Image WithoutAlpha(Image frame)
    {
        if (!frame.HasAlpha())
            return frame;
        using (frame)
        using (var solid = frame.ExtractBand(0, n: 3))
            return solid.CopyMemory();
    }

    private static bool IsTransparent(Image frame)
    {
        using var alpha = frame.ExtractBand(frame.Bands - 1);
        return alpha.Min() < 255;
    }
}
