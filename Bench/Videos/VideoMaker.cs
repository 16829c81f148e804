using Microsoft.Extensions.Configuration;
using News.Functions;
using News.Functions.Media.Decoding;
using News.Functions.Media.Pictures;
using News.Functions.Media.Transcoding;
using News.Functions.Media.Videos;

namespace News.Bench.Videos;

/// <summary>Our pipeline as a process of its own.</summary>
public static class VideoMaker
{
    /// <summary>The argument that makes this program be it; the film and two empty folders follow.</summary>
    public const string Mode = "make-video";

    /// <summary>Makes every file of a video.</summary>
    public static async Task Run(string film, string folder, string stills, CancellationToken ct)
    {
        var builder = new ConfigurationBuilder();
        Settings.AddDefaults(builder);
        var configuration = builder.Build();
        var (settings, videos) = (PictureSettings.Of(configuration), VideoSettings.Of(configuration));
        var gate = new PictureGate(settings);
        using var pictures = new PicturePipeline(settings, gate, new(gate, new(gate, settings), new(settings)), TimeProvider.System);
        var ffmpeg = new Ffmpeg(videos);
        var pipeline = new VideoPipeline(videos, new(ffmpeg, videos), ffmpeg, new(ffmpeg, videos), pictures, TimeProvider.System);
        await pipeline.Make(film, folder, stills, _ => Task.CompletedTask, ct);
    }
}
