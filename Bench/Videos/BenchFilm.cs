namespace News.Bench.Videos;

/// <summary>A film to measure with, shot anew and always the same.</summary>
public static class BenchFilm
{
    /// <summary>How long it runs.</summary>
    public const int Seconds = 60;

    private const string Pictures = "testsrc2=size=1920x1080:rate=30,noise=alls=10:allf=t+u";
    private const string Sound = "sine=frequency=440:sample_rate=48000";

    /// <summary>A minute of 1080p with as much noise as a camera's in poor light, at 12 megabits a second, and a tone.</summary>
    public static async Task Write(string path, CancellationToken ct) => await MeasuredProcess.Run("ffmpeg", [
        "-nostdin", "-v", "error", "-f", "lavfi", "-i", Pictures, "-f", "lavfi", "-i", Sound, "-t", $"{Seconds}",
        "-c:v", "libx264", "-preset", "superfast", "-b:v", "12M", "-pix_fmt", "yuv420p", "-c:a", "aac", path], ct);
}
