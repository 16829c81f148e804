using NetVips;

namespace News.Functions.Media.Color;

/// <summary>Brings pixels whose colours a container describes to sRGB, brighter light than paper's tone-mapped.</summary>
public static class DescribedColor
{
    private const int Bins = 1_024;

    /// <summary>The part of the pixels that may be brighter than what counts as the brightest: stray ones do not darken a picture.</summary>
    private const double Stray = 0.001;

    /// <summary>8-bit sRGB, with alpha where the picture has it. Holds the whole picture in memory: for one already made small.</summary>
    /// <exception cref="ArgumentException">The description makes no sense.</exception>
    public static Image ToSrgb(Image image, ColorDescription color)
    {
        using var wide = Wide(image);
        // Asked once: each asking is a call into libvips.
        var bands = wide.Bands;
        var numbers = wide.WriteToMemory<ushort>();
        var (light, matrix) = (new LinearLight(color), color.Primaries.ToSrgb());
        var curve = new ToneCurve(color.IsHdr ? Peak(numbers, bands, light, matrix) : 1);
        var bytes = new byte[numbers.Length];
        for (var i = 0; i < numbers.Length; i += bands)
        {
            var (r, g, b) = Linear(numbers, i, light, matrix);
            var brightest = Math.Max(r, Math.Max(g, b));
            var gain = brightest > 0 ? curve.Map(brightest) / brightest : 1;
            bytes[i] = LinearLight.ToSrgb(r * gain);
            bytes[i + 1] = LinearLight.ToSrgb(g * gain);
            bytes[i + 2] = LinearLight.ToSrgb(b * gain);
            if (bands == 4)
                bytes[i + 3] = (byte)(numbers[i + 3] >> 8);
        }

        using var plain = Image.NewFromMemoryCopy<byte>(bytes, wide.Width, wide.Height, bands, Enums.BandFormat.Uchar);
        return plain.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    /// <summary>Three bands of 16 bits and perhaps alpha, the full range used.</summary>
    private static Image Wide(Image image)
    {
        using var scaled = image.Format == Enums.BandFormat.Uchar ? image.Linear([257.0], [0.0]) : image.Copy();
        using var numbers = scaled.Cast(Enums.BandFormat.Ushort);
        var bands = image.Bands < 3 ? [numbers[0], numbers[0], numbers[0], .. image.Bands == 2 ? [numbers[1]] : Array.Empty<Image>()] : Array.Empty<Image>();
        return bands.Length == 0 ? numbers.Copy() : bands[0].Bandjoin(bands[1..]);
    }

    private static (double R, double G, double B) Linear(ushort[] numbers, int at, LinearLight light, Matrix3 m)
    {
        var (r, g, b) = light.Of(numbers[at], numbers[at + 1], numbers[at + 2]);
        return ((m.A * r) + (m.B * g) + (m.C * b), (m.D * r) + (m.E * g) + (m.F * b), (m.G * r) + (m.H * g) + (m.I * b));
    }

    /// <summary>The brightest light that more than a few stray pixels have.</summary>
    private static double Peak(ushort[] numbers, int bands, LinearLight light, Matrix3 matrix)
    {
        var counts = new int[Bins];
        for (var i = 0; i < numbers.Length; i += bands)
        {
            var (r, g, b) = Linear(numbers, i, light, matrix);
            counts[Math.Min(Bins - 1, (int)(Bins * PerceptualQuantizer.Encode(Math.Max(r, Math.Max(g, b)) * ToneCurve.White)))]++;
        }

        var (bin, left) = (Bins - 1, numbers.Length / bands * Stray);
        while (bin > 0 && (left -= counts[bin]) >= 0)
            bin--;
        return PerceptualQuantizer.Decode((bin + 1.0) / Bins) / ToneCurve.White;
    }
}
