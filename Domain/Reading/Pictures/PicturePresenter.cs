using News.Domain.Blocks;
using News.Domain.Media;
using News.Domain.Media.Uploads;

namespace News.Domain.Reading.Pictures;

/// <summary>Gives readers every file of a picture, and the words of the place it stands in before its own.</summary>
public sealed class PicturePresenter(SiteAddress site)
{
    // Wide enough for most columns, small enough for those who choose none.
    private const int PlainWidth = 1280;

    /// <summary>The picture in its place.</summary>
    /// <param name="facts">Of its asset; null while that is not ready: then there is nothing to show but words.</param>
    public PictureView Show(PictureRef reference, PictureFacts? facts) => facts is null
        ? new(reference.Asset, null, null, reference.Alt, reference.Caption, reference.Credit, null, null, null, null, false, null, [], new Dictionary<string, PictureCrop>())
        : new(
            reference.Asset,
            facts.Width,
            facts.Height,
            reference.Alt ?? Known(facts.Text.Alt),
            reference.Caption ?? Known(facts.Text.Caption),
            reference.Credit ?? Known(facts.Text.Credit),
            Known(facts.Text.Copyright),
            Known(facts.Text.License),
            facts.ThumbHash,
            facts.Color,
            facts.Animated,
            Src(reference.Asset, facts, PictureFiles.Whole(facts)),
            Sources(reference.Asset, facts, PictureFiles.Whole(facts)),
            PictureFiles.Crops.ToDictionary(crop => crop, crop => Crop(reference, facts, crop)));

    private PictureCrop Crop(PictureRef reference, PictureFacts facts, string crop)
    {
        var wanted = reference.Focus is { } focus ? CropRequest.KeyOf(focus) : facts.Focus;
        var files = PictureFiles.Crop(facts, crop, facts.Focuses?.Contains(wanted) == true ? wanted : facts.Focus);
        return new(Src(reference.Asset, facts, files), Sources(reference.Asset, facts, files));
    }

    private string Src(string asset, PictureFacts facts, IReadOnlyList<FilesOfType> types)
    {
        var plain = types[^1].Files;
        return site.Media(asset, facts.Version, (plain.LastOrDefault(file => file.Width <= PlainWidth, plain[0])).Name);
    }

    private List<PictureSource> Sources(string asset, PictureFacts facts, IReadOnlyList<FilesOfType> types) => [.. types.Select(type => new PictureSource(
        type.Type, string.Join(", ", type.Files.Select(file => $"{site.Media(asset, facts.Version, file.Name)} {file.Width}w"))))];

    private static string? Known(string text) => text.Length > 0 ? text : null;
}
