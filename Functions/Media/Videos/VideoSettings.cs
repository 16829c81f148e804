using Microsoft.Extensions.Configuration;

namespace News.Functions.Media.Videos;

/// <summary>How long a video may be, and what making its files may cost.</summary>
/// <param name="Bytes">Most bytes of the file.</param>
/// <param name="Length">Longest running time.</param>
/// <param name="Time">For everything about one video.</param>
/// <param name="MemoryBytes">Most memory that ffmpeg may reserve.</param>
/// <param name="Threads">That a decoder or encoder may use.</param>
public sealed record VideoSettings(long Bytes, TimeSpan Length, TimeSpan Time, long MemoryBytes, int Threads)
{
    private const long Mebi = 1_048_576;

    /// <summary>As the settings say.</summary>
    public static VideoSettings Of(IConfiguration settings) => new(
        settings.GetValue<long>(Settings.VideosMegabytes) * Mebi,
        TimeSpan.FromMinutes(settings.GetValue<long>(Settings.VideosMinutes)),
        TimeSpan.FromMinutes(settings.GetValue<long>(Settings.VideosWorkMinutes)),
        settings.GetValue<long>(Settings.VideosMemory) * Mebi,
        settings.GetValue<int?>(Settings.VideosThreads) ?? Environment.ProcessorCount);
}
