using NetVips;

namespace News.Functions.Media.Decoding;

/// <summary>How a picture moves.</summary>
/// <param name="Delays">Milliseconds each frame is shown.</param>
/// <param name="Loop">How often it is played; 0 is for ever.</param>
/// <param name="Frames">Its whole frames, made one at a time and once; who takes one disposes of it.</param>
public sealed record Animation(IReadOnlyList<int> Delays, int Loop, IEnumerable<Image> Frames)
{
    private const int DefaultDelay = 100;

    /// <summary>How many frames libvips counts; AVIF's pages are other pictures.</summary>
    public static int Count(Image header) => header.Contains("n-pages") ? (int)header.Get("n-pages") : 1;

    /// <summary>The frames that libvips reads one below the other, or null where there is one.</summary>
    public static Animation? Of(Image frames)
    {
        var count = Count(frames);
        if (count <= 1)
            return null;
        var height = frames.Height / count;
        var delays = frames.Contains("delay") && frames.Get("delay") is int[] said ? said : [];
        return new(
            [.. Enumerable.Range(0, count).Select(i => i < delays.Length ? delays[i] : DefaultDelay)],
            frames.Contains("loop") ? (int)frames.Get("loop") : 0,
            Enumerable.Range(0, count).Select(i => frames.Crop(0, i * height, frames.Width, height)));
    }
}
