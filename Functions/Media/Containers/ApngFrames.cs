using System.Buffers.Binary;
using NetVips;
using News.Functions.Media.Decoding;

namespace News.Functions.Media.Containers;

/// <summary>
/// Animated PNG, which libvips takes for its first picture: each frame is handed to it as a PNG of its own and laid on the canvas
/// here (PNG third edition, 11.3.6).
/// </summary>
public sealed class ApngFrames
{
    private const int Channels = 4;

    private readonly string _path;
    private readonly byte[] _header;
    private readonly List<ApngFrame> _frames = [];

    private ApngFrames(string path, PngFile file, byte[] header)
    {
        _path = path;
        _header = header;
        foreach (var chunk in file.Chunks)
        {
            if (chunk.Type == "fcTL")
                _frames.Add(new(file.Read(chunk), []));
            else if (chunk.Type is "IDAT" or "fdAT" && _frames.Count > 0)
                _frames[^1].Data.Add(chunk);
        }
    }

    private int Width => BinaryPrimitives.ReadInt32BigEndian(_header);

    private int Height => BinaryPrimitives.ReadInt32BigEndian(_header.AsSpan(4));

    /// <summary>The animation, or null where the file stands still.</summary>
    /// <exception cref="MediaRejectedException">Its frames do not fit together.</exception>
    public static Animation? Of(string path)
    {
        using var file = PngFile.Open(path);
        if (file.Read("acTL") is not { Length: 8 } control || file.Read("IHDR") is not { Length: 13 } header)
            return null;
        var frames = new ApngFrames(path, file, header);
        if (BinaryPrimitives.ReadInt32BigEndian(control) != frames._frames.Count || frames._frames.Any(frame => !frame.Fits(frames.Width, frames.Height)))
            throw new MediaRejectedException("The animated PNG is damaged or cut off.");
        return frames._frames.Count <= 1 ? null : new(
            [.. frames._frames.Select(frame => frame.Delay)], BinaryPrimitives.ReadInt32BigEndian(control.AsSpan(4)), frames.Composed());
    }

    private IEnumerable<Image> Composed()
    {
        using var file = PngFile.Open(_path);
        var canvas = new byte[Width * Height * Channels];
        foreach (var frame in _frames)
        {
            var before = frame.IsTakenBack ? canvas.ToArray() : canvas;
            Draw(canvas, frame, file);
            yield return Shown(canvas);
            if (frame.IsCleared)
                Clear(canvas, frame);
            canvas = before;
        }
    }

    private Image Shown(byte[] canvas)
    {
        using var bytes = Image.NewFromMemoryCopy<byte>(canvas, Width, Height, Channels, Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private void Draw(byte[] canvas, ApngFrame frame, PngFile file)
    {
        var pixels = Decode(frame, file);
        for (var y = 0; y < frame.Height; y++)
        {
            var from = pixels.AsSpan(y * frame.Width * Channels, frame.Width * Channels);
            var to = canvas.AsSpan((((frame.Y + y) * Width) + frame.X) * Channels, from.Length);
            if (frame.IsOver)
                LayOver(from, to);
            else
                from.CopyTo(to);
        }
    }

    private void Clear(byte[] canvas, ApngFrame frame)
    {
        for (var y = 0; y < frame.Height; y++)
            canvas.AsSpan((((frame.Y + y) * Width) + frame.X) * Channels, frame.Width * Channels).Clear();
    }

    private static void LayOver(ReadOnlySpan<byte> from, Span<byte> to)
    {
        for (var i = 0; i < from.Length; i += Channels)
        {
            int above = from[i + 3], below = to[i + 3] * (255 - above) / 255, alpha = above + below;
            for (var c = 0; c < 3 && alpha > 0; c++)
                to[i + c] = (byte)(((from[i + c] * above) + (to[i + c] * below) + (alpha / 2)) / alpha);
            to[i + 3] = (byte)alpha;
        }
    }

    private byte[] Decode(ApngFrame frame, PngFile file)
    {
        using var image = Image.PngloadBuffer(AsPng(frame, file), failOn: Enums.FailOn.Truncated);
        using var colors = image.Colourspace(Enums.Interpretation.Srgb);
        using var whole = colors.HasAlpha() ? colors.Copy() : colors.Bandjoin(255);
        using var bytes = whole.Cast(Enums.BandFormat.Uchar);
        return bytes.WriteToMemory<byte>();
    }

    /// <summary>The frame's data behind the file's header, palette and transparency.</summary>
    private byte[] AsPng(ApngFrame frame, PngFile file)
    {
        using var png = new MemoryStream();
        PngFile.WriteSignature(png);
        var header = _header.ToArray();
        frame.Size.CopyTo(header);
        PngFile.Write(png, "IHDR", header);
        foreach (var type in (string[])["PLTE", "tRNS"])
        {
            if (file.Read(type) is { } data)
                PngFile.Write(png, type, data);
        }

        foreach (var chunk in frame.Data)
            PngFile.Write(png, "IDAT", ApngFrame.Pixels(chunk, file.Read(chunk)));
        PngFile.Write(png, "IEND", []);
        return png.ToArray();
    }
}
