using System.Globalization;

namespace News.Functions.Media.Decoding;

/// <summary>Turns a picture away by what its header says, before a pixel of it is decoded.</summary>
public sealed class PictureGate(PictureSettings settings)
{
    private const long Mebi = 1_048_576;

    /// <summary>The file as it lies there.</summary>
    /// <exception cref="MediaRejectedException">It is too long.</exception>
    public void CheckFile(string path)
    {
        var bytes = new FileInfo(path).Length;
        if (bytes > settings.Bytes)
            throw new MediaRejectedException(Sentence($"The file has {bytes / (double)Mebi:N1} MB; at most {settings.Bytes / Mebi:N0} MB are taken."));
    }

    /// <summary>A picture or animation.</summary>
    /// <exception cref="MediaRejectedException">It is too large.</exception>
    public void CheckSize(long width, long height, int frames = 1)
    {
        if (width <= 0 || height <= 0)
            throw new MediaRejectedException("The picture has no pixels.");
        if (width * height * frames > settings.Pixels)
            throw new MediaRejectedException(frames == 1
                ? Sentence($"The picture has {width:N0} × {height:N0} pixels; at most {settings.Pixels / 1_000_000:N0} megapixels are taken.")
                : Sentence($"The animation has {frames:N0} frames of {width:N0} × {height:N0} pixels; at most {settings.Pixels / 1_000_000:N0} megapixels in all are taken. A video suits it better."));
        if (frames > MediaLimits.Frames)
            throw new MediaRejectedException(Sentence($"The animation has {frames:N0} frames; at most {MediaLimits.Frames:N0} are taken. A video suits it better."));
    }

    /// <summary>Whether opening it would keep within the memory set for that.</summary>
    /// <param name="bytes">What the decoder has to hold at once.</param>
    public bool Fits(long bytes) => bytes <= settings.DecodeBytes;

    /// <summary>As <see cref="Fits"/>, as an order.</summary>
    /// <param name="how">What a person can do about it.</param>
    /// <exception cref="MediaRejectedException">It would not.</exception>
    public void CheckMemory(long bytes, string how)
    {
        if (!Fits(bytes))
            throw new MediaRejectedException(Sentence($"Opening the picture would take {bytes / Mebi:N0} MB of memory; at most {settings.DecodeBytes / Mebi:N0} MB are given. {how}"));
    }

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
