using NetVips;
using News.Functions.Media.Color;
using News.Functions.Media.Rights;

namespace News.Functions.Media.Decoding;

/// <summary>A picture whose header is read and accepted, and whose pixels come when they are asked for.</summary>
/// <param name="Pixels">Read once, from top to bottom; perhaps already smaller than the original. Frames stand one below the other.</param>
/// <param name="Width">Of the original as stored, in pixels.</param>
/// <param name="Height">Of the original as stored; of one frame.</param>
public sealed record OpenedPicture(Image Pixels, int Width, int Height) : IDisposable
{
    /// <summary>How it is to be turned: EXIF's orientation, 1 to 8.</summary>
    public int Orientation { get; init; } = 1;

    /// <summary>What the container says of its colours, where no profile says it better.</summary>
    public ColorDescription? Color { get; init; }

    /// <summary>Who made it.</summary>
    public PictureRights Rights { get; init; } = new();

    /// <summary>Drawn rather than photographed, as its format lets one guess: its colours are kept at full resolution.</summary>
    public bool Graphic { get; init; }

    /// <summary>Null where it stands still.</summary>
    public Animation? Animation { get; init; }

    /// <summary>Of the original, once it is turned.</summary>
    public int UprightWidth => LiesOnItsSide ? Height : Width;

    /// <summary>Of the original, once it is turned.</summary>
    public int UprightHeight => LiesOnItsSide ? Width : Height;

    /// <summary>Whether turning it upright exchanges width and height.</summary>
    public bool LiesOnItsSide => Orientation is >= 5 and <= 8;

    /// <inheritdoc/>
    public void Dispose() => Pixels.Dispose();
}
