using NetVips;
using News.Domain.Media;

namespace News.Functions.Tests.Media.Making;

/// <summary>What the pipeline made, read back from its files.</summary>
public sealed record Made(PictureAsset Asset, string Folder)
{
    public const string Avif = "image/avif";
    public const string WebP = "image/webp";
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";
    public const string Gif = "image/gif";

    /// <summary>Every file, of the whole and of the crops.</summary>
    public IEnumerable<PictureFile> All => Asset.Files.Concat(Asset.Crops.Values.SelectMany(crop => crop));

    public string Path(PictureFile file) => System.IO.Path.Combine(Folder, file.File);

    public Image Open(PictureFile file) => file.Type switch
    {
        Avif => Image.Heifload(Path(file)),
        WebP => Image.Webpload(Path(file), n: -1),
        Jpeg => Image.Jpegload(Path(file)),
        Png => Image.Pngload(Path(file)),
        Gif => Image.Gifload(Path(file), n: -1),
        _ => throw new ArgumentException(file.Type),
    };

    /// <summary>The widest file of the whole picture in a type.</summary>
    public Image Widest(string type) => Open(Asset.Files.Last(file => file.Type == type));

    /// <summary>The colour around a point of the widest file, which is given as fractions of its sides.</summary>
    public double[] Color(string type, double x = 0.5, double y = 0.5)
    {
        using var image = Widest(type);
        return Color(image, x, y);
    }

    public static double[] Color(Image image, double x, double y)
    {
        var (width, height) = (Math.Max(1, image.Width / 8), Math.Max(1, image.Height / 8));
        using var part = image.Crop((int)(x * (image.Width - width)), (int)(y * (image.Height - height)), width, height);
        return [.. Enumerable.Range(0, part.Bands).Select(band => part[band].Avg())];
    }
}
