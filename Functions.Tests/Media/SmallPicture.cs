using NetVips;

namespace News.Functions.Tests.Media;

/// <summary>Real pictures, small and no two alike.</summary>
public static class SmallPicture
{
    /// <summary>A slanted gradient as PNG; its colours follow from the seed.</summary>
    public static byte[] Png(int width = 1300, int height = 900, int? seed = null)
    {
        var random = new Random(seed ?? Guid.NewGuid().GetHashCode());
        using var place = Image.Xyz(width, height);
        using var across = place[0] / 8 + random.Next(256);
        using var down = place[1] / 8 + random.Next(256);
        using var aslant = (place[0] + place[1]) / 16 + random.Next(256);
        using var colors = (across.Bandjoin(down, aslant) % 256).Cast(Enums.BandFormat.Uchar);
        using var picture = colors.Copy(interpretation: Enums.Interpretation.Srgb);
        return picture.PngsaveBuffer();
    }
}
