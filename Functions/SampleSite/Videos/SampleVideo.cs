using System.Globalization;
using System.Text;
using News.Functions.SampleSite.Pictures;

namespace News.Functions.SampleSite.Videos;

/// <summary>A video of the sample site: a slow look at one drawing after the other.</summary>
/// <param name="Name">Of its file, without extension.</param>
/// <param name="Scenes">What is looked at, in order.</param>
public sealed record SampleVideo(string Name, IReadOnlyList<SamplePicture> Scenes)
{
    /// <summary>How long a drawing is seen, in seconds.</summary>
    public const int SceneSeconds = 5;

    /// <summary>How long one goes over into the next, in seconds; both are seen.</summary>
    public const int FadeSeconds = 1;

    /// <summary>Of the whole, in seconds.</summary>
    public int Seconds => Start(Scenes.Count) + FadeSeconds;

    /// <summary>When a scene begins to be seen, in seconds.</summary>
    public static int Start(int scene) => scene * (SceneSeconds - FadeSeconds);

    /// <summary>What is seen, in words: WebVTT.</summary>
    public byte[] Captions() => Encoding.UTF8.GetBytes(Scenes.Select((scene, i) => (scene.Alt, From: Start(i), To: Start(i + 1))).Aggregate(
        "WEBVTT\n", (text, cue) => string.Create(CultureInfo.InvariantCulture, $"{text}\n00:{cue.From:00}.500 --> 00:{cue.To:00}.500\n{cue.Alt}\n")));
}
