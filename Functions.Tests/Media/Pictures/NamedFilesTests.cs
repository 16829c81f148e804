using NetVips;
using News.Domain.Media;
using News.Functions.Tests.Media.Making;
using Xunit;

namespace News.Functions.Tests.Media.Pictures;

/// <summary>Lists and articles give addresses of files from facts alone: exactly those the pipeline makes.</summary>
public class NamedFilesTests
{
    public static TheoryData<string, byte[]> Pictures => new()
    {
        { "wide", Png(1_300, 500) },
        { "high", Png(700, 900) },
        { "one pixel", Png(1, 1) },
        { "a line", Png(1_920, 10) },
        { "transparent", Png(500, 400, 100) },
        { "too high for most formats", Png(330, 17_500) },
        { "moving", Gif(1_000, 100) },
        { "moving, high", Gif(100, 700) },
    };

    [Theory]
    [MemberData(nameof(Pictures), DisableDiscoveryEnumeration = true)]
    public async Task Follow_from_what_is_known_of_a_picture(string what, byte[] file)
    {
        using var studio = new Studio();
        var made = await studio.Make(file, new(0.3333, 0.7));
        var asset = made.Asset;
        var key = PictureFiles.FocusKey(asset.Focus);
        var facts = new PictureFacts(asset.PipelineVersion, asset.Width, asset.Height, asset.Animated, asset.Transparent, "", "", key, new());
        AssertSame(PictureFiles.Whole(facts), asset.Files);
        Assert.Equal(PictureFiles.Crops, asset.Crops.Keys);
        foreach (var (crop, files) in asset.Crops)
            AssertSame(PictureFiles.Crop(facts, crop, key), files);

        void AssertSame(IEnumerable<FilesOfType> named, IEnumerable<PictureFile> files) => Assert.Equal(
            (what, string.Join(' ', named.SelectMany(type => type.Files.Select(item => $"{type.Type} {item.Name} {item.Width}")))),
            (what, string.Join(' ', files.Select(item => $"{item.Type} {item.File} {item.Width}"))));
    }

    private static byte[] Png(int width, int height, int alpha = 255)
    {
        using var picture = Flat.Of(width, height, 40, 160, 60, alpha);
        return picture.PngsaveBuffer();
    }

    private static byte[] Gif(int width, int height)
    {
        using var frame = Flat.Of(width, height, Flat.Red);
        using var roll = Image.Arrayjoin([frame, frame.Invert()], across: 1).Mutate(fields => fields.Set(GValue.GIntType, "page-height", height));
        return roll.GifsaveBuffer();
    }
}
