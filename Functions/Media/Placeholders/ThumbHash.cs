namespace News.Functions.Media.Placeholders;

/// <summary>
/// A picture in about 25 bytes (Evan Wallace, ThumbHash, 2023): the lowest waves of its lightness, of its yellow against blue and
/// red against green, and of its alpha.
/// </summary>
public static class ThumbHash
{
    private const int SolidWaves = 7;
    private const int TransparentWaves = 5;
    private const int ColorWaves = 3;

    /// <summary>Base64 of the hash.</summary>
    public static string Of(Miniature miniature)
    {
        var (colors, alpha) = (OverAverage(miniature), Alpha(miniature));
        var transparent = alpha.Average() < 1;
        var (across, down) = Waves(miniature, transparent ? TransparentWaves : SolidWaves);
        var lightness = Waveform.Of(miniature, [.. colors.Select(c => (c.R + c.G + c.B) / 3)], Math.Max(3, across), Math.Max(3, down));
        var yellowBlue = Waveform.Of(miniature, [.. colors.Select(c => ((c.R + c.G) / 2) - c.B)], ColorWaves, ColorWaves);
        var redGreen = Waveform.Of(miniature, [.. colors.Select(c => c.R - c.G)], ColorWaves, ColorWaves);
        var landscape = miniature.Width > miniature.Height;

        var bits = new BitPacker();
        bits.Add(6, 63 * lightness.Mean).Add(6, 31.5 + (31.5 * yellowBlue.Mean)).Add(6, 31.5 + (31.5 * redGreen.Mean));
        bits.Add(5, 31 * lightness.Scale).Add(1, transparent ? 1 : 0);
        bits.Add(3, landscape ? down : across).Add(6, 63 * yellowBlue.Scale).Add(6, 63 * redGreen.Scale).Add(1, landscape ? 1 : 0);
        Waveform[] waveforms = [lightness, yellowBlue, redGreen];
        if (transparent)
        {
            var seeThrough = Waveform.Of(miniature, alpha, TransparentWaves, TransparentWaves);
            bits.Add(4, 15 * seeThrough.Mean).Add(4, 15 * seeThrough.Scale);
            waveforms = [.. waveforms, seeThrough];
        }

        foreach (var wave in waveforms.SelectMany(waveform => waveform.Waves))
            bits.Add(4, 15 * wave);
        return Convert.ToBase64String(bits.ToArray());
    }

    /// <summary>As many waves along the longer side as there may be, along the other in proportion.</summary>
    private static (int Across, int Down) Waves(Miniature miniature, int most)
    {
        double longer = Math.Max(miniature.Width, miniature.Height);
        return (Math.Max(1, BitPacker.Round(most * miniature.Width / longer)), Math.Max(1, BitPacker.Round(most * miniature.Height / longer)));
    }

    private static double[] Alpha(Miniature miniature) =>
        [.. Enumerable.Range(0, miniature.Width * miniature.Height).Select(i => miniature.Rgba[(i * Miniature.Channels) + 3] / 255.0)];

    /// <summary>The colours, from 0 to 1, as they look before the picture's average colour.</summary>
    private static List<(double R, double G, double B)> OverAverage(Miniature miniature)
    {
        var pixels = miniature.Rgba.Chunk(Miniature.Channels).Select(p => (R: p[0] / 255.0, G: p[1] / 255.0, B: p[2] / 255.0, A: p[3] / 255.0)).ToList();
        var total = Math.Max(pixels.Sum(p => p.A), 1e-9);
        double r = pixels.Sum(p => p.R * p.A) / total, g = pixels.Sum(p => p.G * p.A) / total, b = pixels.Sum(p => p.B * p.A) / total;
        return [.. pixels.Select(p => ((r * (1 - p.A)) + (p.R * p.A), (g * (1 - p.A)) + (p.G * p.A), (b * (1 - p.A)) + (p.B * p.A)))];
    }
}
