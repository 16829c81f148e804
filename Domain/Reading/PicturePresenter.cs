using News.Domain.Blocks;
using News.Domain.Media;

namespace News.Domain.Reading;

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
            Src(Whole(reference.Asset, facts)),
            Sources(Whole(reference.Asset, facts)),
            PictureFiles.Crops.ToDictionary(ratio => ratio, ratio => Crop(reference, facts, ratio)));

    private PictureCrop Crop(PictureRef reference, PictureFacts facts, string ratio)
    {
        var wanted = reference.Focus is { } focus ? PictureFiles.FocusKey(focus) : null;
        var around = wanted is not null && facts.Focuses?.Contains(wanted) == true ? wanted : null;
        var widths = PictureFiles.Widths(facts.Width, facts.Height, ratio);
        var files = Files(reference.Asset, facts, widths, (width, ending) => PictureFiles.Name(ratio, around, width, ending));
        return new(Src(files), Sources(files));
    }

    private List<(string Type, List<(string Url, int Width)> Files)> Whole(string asset, PictureFacts facts) =>
        Files(asset, facts, PictureFiles.Widths(facts.Width), PictureFiles.Name);

    private List<(string Type, List<(string Url, int Width)> Files)> Files(
        string asset, PictureFacts facts, IReadOnlyList<int> widths, Func<int, string, string> name) =>
        [.. PictureFiles.Types(facts.Transparent).Select(type => (
            type.Type, widths.Select(width => (site.Media(asset, facts.Version, name(width, type.Ending)), width)).ToList()))];

    private static string Src(List<(string Type, List<(string Url, int Width)> Files)> types)
    {
        var plain = types[^1].Files;
        return plain.FindLast(file => file.Width <= PlainWidth).Url ?? plain[0].Url;
    }

    private static List<PictureSource> Sources(List<(string Type, List<(string Url, int Width)> Files)> types) =>
        [.. types.Select(type => new PictureSource(type.Type, string.Join(", ", type.Files.Select(file => $"{file.Url} {file.Width}w"))))];

    private static string? Known(string text) => text.Length > 0 ? text : null;
}
