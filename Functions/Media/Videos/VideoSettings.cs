using System.Globalization;
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
        Number(settings, Settings.VideosMegabytes) * Mebi,
        TimeSpan.FromMinutes(Number(settings, Settings.VideosMinutes)),
        TimeSpan.FromMinutes(Number(settings, Settings.VideosWorkMinutes)),
        Number(settings, Settings.VideosMemory) * Mebi,
        string.IsNullOrEmpty(settings[Settings.VideosThreads]) ? Environment.ProcessorCount : (int)Number(settings, Settings.VideosThreads));

    private static long Number(IConfiguration settings, string key) =>
        long.TryParse(settings[key], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 100_000
            ? number
            : throw new InvalidOperationException($"{key} must be a whole number from 1 to 100,000, and is '{settings[key]}'.");
}
