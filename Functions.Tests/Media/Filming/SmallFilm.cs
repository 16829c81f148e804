using News.Functions.Tests.Support;

namespace News.Functions.Tests.Media.Filming;

/// <summary>Real videos, small and no two alike.</summary>
public static class SmallFilm
{
    /// <summary>Moving bars and a tone as MP4.</summary>
    public static async Task<byte[]> Mp4(double seconds = 1, string size = "160x90")
    {
        Film.Needed();
        using var folder = new TemporaryFolder();
        var path = folder.File("film.mp4");
        await Film.Run(FormattableString.Invariant(
            $"-f lavfi -i testsrc2=size={size}:rate=25:duration={seconds} -f lavfi -i sine=duration={seconds} {Film.Plain} -metadata comment={Guid.NewGuid()} \"{path}\""));
        return await File.ReadAllBytesAsync(path);
    }
}
