using System.Globalization;
using System.Text.Json.Nodes;
using News.Domain.Media.Videos;
using News.Functions.Media.Videos;
using Xunit;

namespace News.Functions.Tests.Media.Filming;

/// <summary>What the pipeline made, read back from its files.</summary>
public sealed record Screening(MadeVideo Made, string Folder)
{
    private const double Tolerance = 0.1;

    public VideoFacts Video => Made.Video;

    public string Tallest => Path(VideoFiles.Mp4(Video.Renditions[^1].Name));

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    /// <summary>What every video must be like, whatever it was made of.</summary>
    /// <param name="sound">Whether there is any.</param>
    public async Task Check(int width, int height, double seconds, bool sound)
    {
        Assert.Equal((width, height), (Video.Width, Video.Height));
        Assert.InRange(Video.DurationSeconds, seconds - Tolerance, seconds + Tolerance);
        foreach (var rendition in Video.Renditions)
            await CheckRendition(rendition, seconds, sound);
        foreach (var (name, _) in VideoFiles.Of(Video))
            Assert.True(new FileInfo(Path(name)).Length > 0, name);
        await CheckStills(seconds);
    }

    private async Task CheckRendition(VideoRendition rendition, double seconds, bool sound)
    {
        var whole = await Film.ProbeFile(Path(VideoFiles.Mp4(rendition.Name)));
        CheckFilm(Track(whole, "video")!, rendition);
        CheckTimes(whole, seconds);
        CheckSound(whole, sound);
        var bytes = await File.ReadAllBytesAsync(Path(VideoFiles.Mp4(rendition.Name)), Cinema.Ct);
        Assert.InRange(bytes.AsSpan().IndexOf("moov"u8), 0, bytes.AsSpan().IndexOf("mdat"u8));
        var playlist = await Film.Probe(Path(VideoFiles.Playlist(rendition.Name)));
        Assert.InRange(Number(playlist["format"]!["duration"]), seconds - Tolerance, seconds + Tolerance);
        Assert.Equal(sound, Track(playlist, "audio") is not null);
        Assert.Contains($"RESOLUTION={rendition.Width}x{rendition.Height},CODECS=\"avc1.64", await File.ReadAllTextAsync(Path(VideoFiles.Master), Cinema.Ct), StringComparison.Ordinal);
    }

    private static void CheckFilm(JsonNode film, VideoRendition rendition)
    {
        Assert.Equal(("h264", "High", "yuv420p"), (Text(film, "codec_name"), Text(film, "profile"), Text(film, "pix_fmt")));
        Assert.Equal((rendition.Width, rendition.Height), (film["width"]!.GetValue<int>(), film["height"]!.GetValue<int>()));
        Assert.Equal((0, 0), (rendition.Width % 2, rendition.Height % 2));
        Assert.Contains(Text(film, "sample_aspect_ratio"), new[] { "1:1", null });
        Assert.Equal(("tv", "bt709", "bt709", "bt709"), (Text(film, "color_range"), Text(film, "color_space"), Text(film, "color_transfer"), Text(film, "color_primaries")));
        Assert.Equal("progressive", Text(film, "field_order"));
        Assert.DoesNotContain("rotation", film.ToJsonString(), StringComparison.Ordinal);
    }

    private static void CheckTimes(JsonNode whole, double seconds)
    {
        Assert.InRange(Number(whole["format"]!["duration"]), seconds - Tolerance, seconds + Tolerance);
        Assert.InRange(Number(whole["format"]!["start_time"]), -0.05, 0.05);
    }

    private static void CheckSound(JsonNode whole, bool expected)
    {
        var sound = Track(whole, "audio");
        Assert.Equal(expected, sound is not null);
        if (sound is null)
            return;
        Assert.Equal(("aac", "LC", "48000"), (Text(sound, "codec_name"), Text(sound, "profile"), Text(sound, "sample_rate")));
        Assert.InRange(sound["channels"]!.GetValue<int>(), 1, 2);
        Assert.InRange(Number(sound["start_time"]), -0.05, 0.05);
    }

    private async Task CheckStills(double seconds)
    {
        var cues = await File.ReadAllLinesAsync(Path(VideoFiles.StoryboardCues), Cinema.Ct);
        Assert.Equal("WEBVTT", cues[0]);
        var times = cues.Where(line => line.Contains(" --> ", StringComparison.Ordinal)).ToList();
        var end = TimeSpan.Parse(times[^1].Split(' ')[2], CultureInfo.InvariantCulture).TotalSeconds;
        Assert.InRange(end, seconds - Tolerance, Math.Max(seconds, 0.01) + Tolerance);
        var sprite = await Film.ProbeFile(Path(VideoFiles.Storyboard));
        Assert.All(cues.Where(line => line.Contains("#xywh=", StringComparison.Ordinal)), line =>
        {
            var place = line.Split("#xywh=")[1].Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
            Assert.InRange(place[0] + place[2], 1, sprite["streams"]![0]!["width"]!.GetValue<int>());
            Assert.InRange(place[1] + place[3], 1, sprite["streams"]![0]!["height"]!.GetValue<int>());
        });
    }

    /// <summary>The first track of a kind.</summary>
    public static JsonNode? Track(JsonNode file, string kind) => file["streams"]!.AsArray().FirstOrDefault(track => Text(track!, "codec_type") == kind);

    public static string? Text(JsonNode node, string member) => node[member]?.GetValue<string>();

    public static double Number(JsonNode? text) => double.Parse(text!.GetValue<string>(), CultureInfo.InvariantCulture);
}
