using NetVips;

namespace News.Functions.Tests.Media.Making;

/// <summary>Simple pictures made for one test.</summary>
public static class Flat
{
    public static readonly double[] Red = [220, 40, 30], Green = [40, 160, 60], Blue = [40, 70, 200], Yellow = [240, 200, 40];

    /// <summary>One colour, of as many bands as it has.</summary>
    public static Image Of(int width, int height, params double[] color)
    {
        using var black = Image.Black(width, height, bands: color.Length);
        using var colored = black + color;
        using var bytes = colored.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: color.Length switch
        {
            1 or 2 => Enums.Interpretation.Bw,
            _ => Enums.Interpretation.Srgb,
        });
    }

    /// <summary>Red, green, blue and yellow quarters, as one reads.</summary>
    public static Image Quarters(int width = 96, int height = 64)
    {
        var (w, h) = (width / 2, height / 2);
        using var red = Of(w, h, Red);
        using var green = Of(w, h, Green);
        using var blue = Of(w, h, Blue);
        using var yellow = Of(w, h, Yellow);
        return Image.Arrayjoin([red, green, blue, yellow], across: 2).CopyMemory();
    }

    /// <summary>Something with detail everywhere, so that a file of it is long.</summary>
    public static Image Noise(int width = 160, int height = 120)
    {
        using var noise = Image.Gaussnoise(width, height, mean: 128, sigma: 40, seed: 7);
        using var grey = noise.Cast(Enums.BandFormat.Uchar);
        using var color = grey.Bandjoin([grey.Invert(), grey]);
        return color.Copy(interpretation: Enums.Interpretation.Srgb).CopyMemory();
    }

    public static Image With(this Image image, string field, byte[] data) => image.Mutate(fields => fields.Set(GValue.BlobType, field, data));

    public static byte[] AsAvif(this Image image, int bits = 8) =>
        image.HeifsaveBuffer(q: 90, bitdepth: bits, compression: Enums.ForeignHeifCompression.Av1, effort: 1, subsampleMode: Enums.ForeignSubsample.Off);
}
