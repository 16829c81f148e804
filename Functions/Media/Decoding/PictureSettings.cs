using Microsoft.Extensions.Configuration;

namespace News.Functions.Media.Decoding;

/// <summary>How large a picture may be, and what making its files may cost.</summary>
/// <param name="Pixels">Most pixels, those of all frames together.</param>
/// <param name="Bytes">Most bytes of the file.</param>
/// <param name="DecodeBytes">Most memory that opening one may take; estimated before it is tried.</param>
/// <param name="Time">For everything about one picture.</param>
/// <param name="Threads">Files made at once.</param>
public sealed record PictureSettings(long Pixels, long Bytes, long DecodeBytes, TimeSpan Time, int Threads)
{
    private const long Million = 1_000_000;
    private const long Mebi = 1_048_576;

    /// <summary>As the settings say.</summary>
    public static PictureSettings Of(IConfiguration settings) => new(
        settings.GetValue<long>(Settings.PicturesMegapixels) * Million,
        settings.GetValue<long>(Settings.PicturesMegabytes) * Mebi,
        settings.GetValue<long>(Settings.PicturesMemory) * Mebi,
        TimeSpan.FromSeconds(settings.GetValue<long>(Settings.PicturesSeconds)),
        settings.GetValue<int?>(Settings.PicturesThreads) ?? Environment.ProcessorCount);
}
