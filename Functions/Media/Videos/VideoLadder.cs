using News.Domain.Media.Videos;

namespace News.Functions.Media.Videos;

/// <summary>The sizes a video is made in: those of 360p, 720p and 1080p screens, upright or not, and never larger than it is.</summary>
public static class VideoLadder
{
    /// <summary>A rung must be so much higher than the one below it to be worth its bytes.</summary>
    private const double Step = 1.25;

    private static readonly int[] _rungs = [360, 720, 1080];

    /// <summary>The renditions of a video shown in this size, the smallest first.</summary>
    public static IReadOnlyList<VideoRendition> Of(int width, int height)
    {
        List<VideoRendition> ladder = [];
        foreach (var rung in _rungs)
        {
            var fitted = Fit(width, height, rung);
            if (ladder.Count == 0 || fitted.Height >= ladder[^1].Height * Step)
                ladder.Add(fitted);
        }

        return ladder;
    }

    /// <summary>As large as the screen of a rung, lying or standing as the video is, lets it be.</summary>
    private static VideoRendition Fit(int width, int height, int rung)
    {
        var (longest, shortest) = (rung * 16 / 9.0, (double)rung);
        var scale = Math.Min(1, Math.Min(longest / Math.Max(width, height), shortest / Math.Min(width, height)));
        return new($"{rung}", Even(width * scale, width), Even(height * scale, height));
    }

    /// <summary>H.264 in 4:2:0 has even sides only.</summary>
    private static int Even(double length, int most) => Math.Max(2, Math.Min((int)Math.Round(length / 2) * 2, most / 2 * 2));
}
