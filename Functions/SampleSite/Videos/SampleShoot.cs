using System.Globalization;
using FFMpegCore;
using FFMpegCore.Enums;
using FFMpegCore.Exceptions;

namespace News.Functions.SampleSite.Videos;

/// <summary>Shoots the sample site's videos, always the same on the same machine.</summary>
public static class SampleShoot
{
    private const int Rate = 25;
    private const string Film = "film.mp4";

    // Larger than what is shown, or the slow look would go from pixel to pixel.
    private const string Prepared = "scale=2560:1440:force_original_aspect_ratio=increase,crop=2560:1440";

    // Wind, or the sea.
    private const string Sound = "anoisesrc=color=brown:amplitude=0.25:seed=1,tremolo=f=0.2:d=0.6";

    /// <summary>The file: 720p with sound; null where this machine has no ffmpeg.</summary>
    public static async Task<byte[]?> Shoot(SampleVideo video, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("news-sample-");
        try
        {
            for (var i = 0; i < video.Scenes.Count; i++)
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, Scene(i)), video.Scenes[i].Draw(), ct);
            var options = new FFOptions { WorkingDirectory = folder.FullName };
            var done = await Command(video).ProcessAsynchronously(false, options, ct);
            return done.Success ? await File.ReadAllBytesAsync(Path.Combine(folder.FullName, Film), ct) : null;
        }
        catch (FFMpegException)
        {
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static FFMpegArgumentProcessor Command(SampleVideo video)
    {
        var inputs = FFMpegArguments.FromFileInput(Scene(0), false);
        for (var i = 1; i < video.Scenes.Count; i++)
            inputs.AddFileInput(Scene(i), false);
        return inputs.OutputToFile(Film, true, options => options
            .WithCustomArgument($"-filter_complex \"{Graph(video)}\" -map [film] -map [sound]")
            .WithVideoCodec(VideoCodec.LibX264)
            .WithSpeedPreset(EncoderPreset.VeryFast)
            .WithAudioCodec(AudioCodec.Aac)
            .WithFastStart());
    }

    private static string Graph(SampleVideo video)
    {
        var last = video.Scenes.Count - 1;
        var scenes = Enumerable.Range(0, last + 1).Select(i => $"[{i}]{Prepared},{Look(i)}[scene{i}]");
        var fades = Enumerable.Range(1, last).Select(i =>
            $"[{(i == 1 ? "scene0" : $"fade{i - 1}")}][scene{i}]xfade=duration={SampleVideo.FadeSeconds}:offset={SampleVideo.Start(i)}[{(i == last ? "film" : $"fade{i}")}]");
        return string.Join(';', [.. scenes, .. fades, $"{Sound},atrim=duration={video.Seconds},afade=duration=1,afade=out:start_time={video.Seconds - 1}:duration=1[sound]"]);
    }

    /// <summary>In and out again by turns.</summary>
    private static string Look(int scene) => string.Create(CultureInfo.InvariantCulture,
        $"zoompan=z={(scene % 2 == 0 ? "1+on/900" : "1.14-on/900")}:x=(iw-iw/zoom)/2:y=(ih-ih/zoom)/2:d={SampleVideo.SceneSeconds * Rate}:s=1280x720:fps={Rate},setsar=1,format=yuv420p");

    private static string Scene(int number) => $"scene-{number}.jpg";
}
