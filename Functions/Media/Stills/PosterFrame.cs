using System.Globalization;
using FFMpegCore;
using News.Functions.Media.Decoding;
using News.Functions.Media.Transcoding;
using News.Functions.Media.Videos;

namespace News.Functions.Media.Stills;

/// <summary>Finds the frame that stands for a video: neither black nor flat, and sharp.</summary>
public sealed class PosterFrame(Ffmpeg ffmpeg, VideoSettings settings)
{
    private const int Candidates = 3;
    private const int MostBytes = 64 * 1_048_576;

    /// <summary>The frame, in full size.</summary>
    /// <param name="cells">Small pictures to choose from.</param>
    /// <param name="film">Name of the rendition that it is taken from.</param>
    /// <param name="stills">Where it is put.</param>
    /// <returns>Its path.</returns>
    public async Task<string> Find(IReadOnlyList<(double At, string Path)> cells, string film, string folder, string stills, CancellationToken ct)
    {
        using var step = Spans.Start("media.poster");
        if (cells.Count == 0)
            throw new MediaRejectedException("There is not one picture in the video.");
        VipsPolicy.Apply(settings.Threads);
        var best = cells.OrderByDescending(cell => StillQuality.Of(cell.Path)).Take(Candidates).Select(cell => cell.At).ToList();
        var frames = best.Select((_, i) => Path.Combine(stills, $"frame-{i}.png")).ToList();
        if (!await ffmpeg.Run(Command(film, best, frames), folder, MostBytes, null, ct) || frames.FindAll(File.Exists) is not { Count: > 0 } found)
            throw new InvalidOperationException($"No frame of {film} could be read back.");
        return found.MaxBy(StillQuality.Of)!;
    }

    private static string Command(string film, List<double> times, List<string> frames)
    {
        static string Seek(double at) => string.Create(CultureInfo.InvariantCulture, $"-ss {at} {Ffmpeg.FilesOnly}");
        var inputs = FFMpegArguments.FromFileInput(film, false, options => options.WithCustomArgument(Seek(times[0])));
        foreach (var at in times.Skip(1))
            inputs.AddFileInput(film, false, options => options.WithCustomArgument(Seek(at)));
        return inputs.OutputToMany(outputs =>
        {
            for (var i = 0; i < frames.Count; i++)
            {
                var map = $"-map {i}:v:0 -frames:v 1 -c:v png -update 1";
                outputs.OutputToFile(frames[i], true, options => options.WithCustomArgument(map));
            }
        }).Arguments;
    }
}
