namespace News.Functions.Media.Placeholders;

/// <summary>The lowest waves of one channel: a discrete cosine transform, cut off along its diagonal.</summary>
/// <param name="Mean">The channel's mean.</param>
/// <param name="Scale">The largest wave's size.</param>
/// <param name="Waves">The others against it, from 0 to 1, where 0.5 is none.</param>
internal sealed record Waveform(double Mean, double Scale, IReadOnlyList<double> Waves)
{
    public static Waveform Of(Miniature miniature, double[] channel, int across, int down)
    {
        var waves = new List<double>();
        for (var y = 0; y < down; y++)
        {
            for (var x = 0; x * down < across * (down - y); x++)
                waves.Add(Wave(miniature, channel, x, y));
        }

        var scale = waves.Skip(1).Select(Math.Abs).DefaultIfEmpty().Max();
        return new(waves[0], scale, [.. waves.Skip(1).Select(wave => scale > 0 ? 0.5 + (0.5 / scale * wave) : 0)]);
    }

    private static double Wave(Miniature miniature, double[] channel, int x, int y)
    {
        var across = Cosines(miniature.Width, x);
        var down = Cosines(miniature.Height, y);
        var sum = 0.0;
        for (var row = 0; row < miniature.Height; row++)
        {
            for (var column = 0; column < miniature.Width; column++)
                sum += channel[(row * miniature.Width) + column] * across[column] * down[row];
        }

        return sum / (miniature.Width * miniature.Height);
    }

    private static double[] Cosines(int length, int wave) =>
        [.. Enumerable.Range(0, length).Select(i => Math.Cos(Math.PI / length * wave * (i + 0.5)))];
}
