using News.Functions.Media;
using News.Functions.Tests.Media.Making;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Media.Pictures;

/// <summary>
/// Real files: camera pictures, odd ones, broken ones. Each ends as the right asset or as a reason. The colours are the means of the
/// four quarters over white, as sharp 0.35 shows the same file; those of the 16-bit TIFF are worked out from Adobe RGB's definition.
/// </summary>
public class SampleFileTests
{
    private static readonly Dictionary<string, Expected> _files = new()
    {
        ["16-bit-grey-alpha.png"] = new(109, 96, "f7f7f7 f7f7f7 f7f7f7 f7f7f7", Transparent: true),
        ["2569067123_aca715a2ee_o.jpg"] = new(2725, 2225, "765344 473932 6c5444 6d523c"),
        ["65536-uint32-limit.png"] = new("The picture has 65,536 × 65,536 pixels; at most 64 megapixels are taken."),
        ["Channel_digital_image_CMYK_color.jpg"] = new(500, 333, "72736e 6b6d6a 748365 92958f"),
        ["Landscape_1.jpg"] = new(600, 450, "73746a 7d7f6f 5b504b 393830"),
        ["Landscape_6.jpg"] = new(600, 450, "737467 7d7f6c 5c5149 39382f"),
        ["Landscape_8.jpg"] = new(600, 450, "737468 7d7f6c 5c5149 39382f"),
        ["Portrait_5.jpg"] = new(450, 600, "777a6c 7d7f74 707453 696a4e"),
        ["alpha-premultiply-1024x768-paper.png"] = new(1024, 768, "f7e8e7 e9e9e8 fcf9f8 f6ebe8", Transparent: true),
        ["animated-loop-3.gif"] = new(370, 285, "fefffc fefffc fcfdfa fcfdfa", Frames: 10),
        ["circle.svg"] = new(1920, 1920, "ff5fb5 ff5fb5 ff5fb5 ff5fb5", Transparent: true),
        ["corrupt-header.jpg"] = new("The file is damaged or cut off: it cannot be decoded to its end."),
        ["gain-map.jpg"] = new(3840, 2160, "3f3f44 3e3d3f 908e8b 827d78"),
        ["giant-image.jpg"] = new("The picture has 20,000 × 14,000 pixels; at most 64 megapixels are taken."),
        ["p3.png"] = new(8, 8, "ff0000 ff0000 ff0000 ff0000"),
        ["pitm.avif"] = new(4096, 800, "182436 172233 262a36 232734"),
        ["relax.jp2"] = new("JPEG 2000 is not taken; export it as JPEG, PNG, WebP, AVIF, TIFF, GIF, HEIC or SVG."),
        ["rotating-squares.webp"] = new(80, 80, "bfe2ed cad5de cad5df cad5de", Transparent: true, Frames: 9),
        ["struct-image-04-t.svg"] = new(1920, 1440, "fdfdfd 575c5a f5f5f5 888a86", Transparent: true, Tool: "rsvg-convert"),
        ["tifftag-photoshop.tiff"] = new(317, 211, "20250a 10190a 6d5608 0f1c0b", Credit: "Boudewijn Vermeulen"),
        ["truncated.jpg"] = new("The file is damaged or cut off: it cannot be decoded to its end."),
        ["truncated.png"] = new("The file is damaged or cut off: it cannot be decoded to its end."),
    };

    public static TheoryData<string> Files => [.. Samples.Folder is { } folder ? Directory.GetFiles(Path.Combine(folder, "pictures")).Select(path => Path.GetFileName(path)!).Order() : _files.Keys.Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Ends_as_an_asset_or_a_reason(string file)
    {
        Assert.SkipWhen(Samples.Folder is null, Samples.Missing);
        var expected = _files[file];
        Assert.SkipWhen(expected.Tool is { } tool && !File.Exists($"/usr/bin/{tool}"), $"{expected.Tool} is not installed");
        using var studio = new Studio();
        var path = Path.Combine(Samples.Folder, "pictures", file);
        if (expected.Reason is { } reason)
            Assert.Equal(reason, (await Assert.ThrowsAsync<MediaRejectedException>(() => studio.Make(path))).Message);
        else
            AssertIs(expected, await studio.Make(path));
    }

    private static void AssertIs(Expected expected, Made made)
    {
        Assert.Equal((expected.Width, expected.Height), (made.Asset.Width, made.Asset.Height));
        Assert.Equal((expected.Transparent, expected.Frames > 1), (made.Asset.Transparent, made.Asset.Animated));
        Assert.Equal(expected.Credit, made.Asset.Text.Credit);
        using var image = made.Widest(Made.WebP);
        Assert.Equal(expected.Frames, image.Contains("n-pages") ? (int)image.Get("n-pages") : 1);
        using var first = image.Crop(0, 0, image.Width, image.Height / expected.Frames);
        using var white = first.HasAlpha() ? first.Flatten(background: [255, 255, 255]) : first.Copy();
        var quarters = expected.Quarters!.Split(' ').Select(hex => Convert.FromHexString(hex).Select(n => (double)n).ToArray()).ToArray();
        for (var i = 0; i < quarters.Length; i++)
        {
            var (width, height) = (white.Width / 2, white.Height / 2);
            using var quarter = white.Crop(i % 2 * width, i / 2 * height, width, height);
            Lab.AssertClose(quarters[i], [.. Enumerable.Range(0, quarter.Bands).Select(band => quarter[band].Avg())]);
        }
    }

    private sealed record Expected(int Width, int Height, string? Quarters, bool Transparent = false, int Frames = 1, string Credit = "", string? Tool = null)
    {
        public Expected(string reason)
            : this(0, 0, null) => Reason = reason;

        public string? Reason { get; }
    }
}
