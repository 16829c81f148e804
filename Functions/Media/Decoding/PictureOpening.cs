using NetVips;
using News.Functions.Media.Color;
using News.Functions.Media.Containers;
using News.Functions.Media.Rights;
using News.Functions.Media.Sizes;

namespace News.Functions.Media.Decoding;

/// <summary>Opens each format with its one loader; a file that ends early is not opened at all.</summary>
public sealed class PictureOpening(PictureGate gate, HeifConverter heif, SvgDrawing svg)
{
    private const int JpegCoefficient = 2;
    private const int AvifBytesPerPixel = 16;
    private const int WebPBytesPerPixel = 8;

    /// <summary>The picture at this path.</summary>
    /// <param name="format">What it is by its content.</param>
    /// <param name="folder">An empty folder for what a converter writes, kept until the pixels are read.</param>
    /// <exception cref="MediaRejectedException">It is too large, or no decoder takes it.</exception>
    public async Task<OpenedPicture> Open(string path, MediaFormat format, string folder, CancellationToken ct) => format switch
    {
        MediaFormat.Jpeg => Jpeg(path),
        MediaFormat.Png => Png(path),
        MediaFormat.WebP => WebP(path),
        MediaFormat.Gif => Gif(path),
        MediaFormat.Tiff => Tiff(path),
        MediaFormat.Avif => await Avif(path, folder, ct),
        MediaFormat.Heic => await Heif(path, HeifHeader.Read(path), folder, ct),
        MediaFormat.Svg => Drawn(await svg.Draw(path, folder, ct)),
        _ => throw new MediaRejectedException(RefusedFormats.Reason(format)),
    };

    private OpenedPicture Jpeg(string path)
    {
        using var header = Image.Jpegload(path);
        gate.CheckSize(header.Width, header.Height);
        if ((int)header.Get("jpeg-multiscan") == 1)
        {
            var sampled = header.Contains("jpeg-chroma-subsample") && (string)header.Get("jpeg-chroma-subsample") == "4:2:0";
            gate.CheckMemory(Pixels(header) * header.Bands * JpegCoefficient / (sampled ? 2 : 1), "Save it as a baseline JPEG.");
        }

        using var all = Photographed(Image.Jpegload(path, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated), header);
        var shrink = PictureSizes.Shrink(all.UprightWidth, all.UprightHeight);
        return all with { Pixels = Image.Jpegload(path, shrink: shrink, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated) };
    }

    private OpenedPicture Png(string path)
    {
        using var header = Image.Pngload(path);
        var animation = ApngFrames.Of(path);
        gate.CheckSize(header.Width, header.Height, animation?.Delays.Count ?? 1);
        if (header.Contains("interlaced"))
            gate.CheckMemory(Bytes(header), "Save it without interlacing.");
        using var png = PngFile.Open(path);
        using var all = Image.Pngload(path, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated);
        // Code points go before a profile (PNG third edition, 4.3).
        var pixels = all.Mutate(fields => _ = png.Read("cICP") is not null && fields.Remove("icc-profile-data"));
        return Photographed(pixels, header) with { Color = ColorDescription.Of(png), Graphic = true, Animation = animation };
    }

    private OpenedPicture WebP(string path)
    {
        using var header = Image.Webpload(path);
        gate.CheckSize(header.Width, header.Height, Animation.Count(header));
        gate.CheckMemory(Pixels(header) * WebPBytesPerPixel, "Save it smaller.");
        var pixels = Image.Webpload(path, n: -1, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated);
        return Photographed(pixels, header) with { Animation = Animation.Of(pixels) };
    }

    private OpenedPicture Gif(string path)
    {
        using var header = Image.Gifload(path);
        gate.CheckSize(header.Width, header.Height, Animation.Count(header));
        var pixels = Image.Gifload(path, n: -1, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated);
        return new(pixels, header.Width, header.Height) { Graphic = true, Animation = Animation.Of(pixels) };
    }

    private OpenedPicture Tiff(string path)
    {
        using var file = File.OpenRead(path);
        var directory = TiffDirectory.Of(file);
        if (TiffStrips.IsCameraRaw(directory))
            throw new MediaRejectedException(RefusedFormats.Reason(MediaFormat.CameraRaw));
        using var header = Image.Tiffload(path);
        gate.CheckSize(header.Width, header.Height);
        gate.CheckMemory(Bytes(header) / header.Height * TiffStrips.Rows(directory, header.Height), "Save it in strips.");
        if (header.Format is not (Enums.BandFormat.Uchar or Enums.BandFormat.Ushort))
            throw new MediaRejectedException("The TIFF file has neither 8 nor 16 bits a channel; save it with one of them.");
        var pixels = Image.Tiffload(path, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated);
        var said = RightsReader.Read(EmbeddedMetadata.Of(header, directory));
        return Photographed(pixels, header) with { Rights = said.Or(ExifReader.Read(directory)) };
    }

    private async Task<OpenedPicture> Avif(string path, string folder, CancellationToken ct)
    {
        using var header = Image.Heifload(path);
        gate.CheckSize(header.Width, header.Height);
        var said = HeifHeader.Read(path);
        if (!gate.Fits(Pixels(header) * AvifBytesPerPixel))
            return await Heif(path, said, folder, ct);
        var pixels = Image.Heifload(path, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated);
        // The container says how it is to be turned, and libvips has done it; what EXIF says besides does not count.
        return Photographed(pixels, header) with { Orientation = 1, Color = said.Color };
    }

    private async Task<OpenedPicture> Heif(string path, HeifHeader said, string folder, CancellationToken ct)
    {
        var converted = await heif.Run(path, said.Bits, folder, ct);
        return (MediaSignature.Identify(converted) == MediaFormat.Png ? Png(converted) : Jpeg(converted)) with
        {
            Orientation = 1,
            Color = said.Color,
            Graphic = false,
        };
    }

    private static OpenedPicture Drawn(Image drawing) => new(drawing, drawing.Width, drawing.Height) { Graphic = true };

    private static OpenedPicture Photographed(Image pixels, Image header) => new(pixels, header.Width, header.Height)
    {
        Orientation = header.Contains("orientation") && header.Get("orientation") is int and >= 1 and <= 8 and var turned ? turned : 1,
        Rights = RightsReader.Read(EmbeddedMetadata.Of(header)),
    };

    private static long Pixels(Image header) => (long)header.Width * header.Height;

    private static long Bytes(Image header) => Pixels(header) * header.Bands * (header.Format == Enums.BandFormat.Ushort ? 2 : 1);
}
