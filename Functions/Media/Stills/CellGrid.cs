using System.Globalization;
using News.Functions.Media.Videos;

namespace News.Functions.Media.Stills;

/// <summary>When a video's small pictures are taken, how large they are, and what they are called meanwhile.</summary>
/// <param name="Seconds">From one to the next.</param>
public sealed record CellGrid(double Seconds, int Width, int Height)
{
    private const int Side = 160;
    private const double Shortest = 0.5;
    private const double Unknown = 5;
    private const string Prefix = "cell-";

    /// <summary>Thousandths of a second, in which times are part of the names.</summary>
    public const int Ticks = 1_000;

    /// <summary>What ffmpeg names them after.</summary>
    public const string Pattern = Prefix + "%d.png";

    /// <summary>The grid for a video.</summary>
    /// <param name="seconds">Its length; null where it does not say.</param>
    public static CellGrid Of(double? seconds, int width, int height)
    {
        var scale = (double)Side / Math.Max(width, height);
        var step = seconds is { } length ? Math.Max(length < 10 ? Shortest : 1, Math.Ceiling(length / VideoLimits.StoryboardPictures)) : Unknown;
        return new(step, Math.Max(2, (int)Math.Round(width * scale)), Math.Max(2, (int)Math.Round(height * scale)));
    }

    /// <summary>The first frame of each step, small.</summary>
    public string Filter => string.Create(
        CultureInfo.InvariantCulture, $"select='isnan(prev_selected_t)+gt(floor(t/{Seconds}),floor(prev_selected_t/{Seconds}))',scale={Width}:{Height},format=rgb24");

    /// <summary>Those that were taken, by the second, in order.</summary>
    public static IReadOnlyList<(double At, string Path)> In(string folder) =>
        [.. Directory.EnumerateFiles(folder, Prefix + "*.png").Select(path => (At(path), path)).OrderBy(cell => cell.Item1)];

    private static double At(string path) =>
        double.Parse(Path.GetFileNameWithoutExtension(path.AsSpan())[Prefix.Length..], NumberStyles.Float, CultureInfo.InvariantCulture) / Ticks;
}
