using NetVips;
using News.Functions.Tests.Media.Making;
using Xunit;

namespace News.Functions.Tests.Media.Color;

/// <summary>
/// Colours that a container describes in numbers, and light brighter than paper. What is expected is worked out from the published
/// primaries and curves.
/// </summary>
public class DescribedColorTests
{
    private static readonly double[] _asked = [200, 100, 50];
    private static readonly byte[] _p3 = PngEditor.Numbers(31_270, 32_900, 68_000, 32_000, 26_500, 69_000, 15_000, 6_000);

    [Fact]
    public async Task Png_gamma() => await AssertShows([229, 168, 122], PngEditor.Insert(Png(_asked), "gAMA", PngEditor.Numbers(100_000)));

    [Fact]
    public async Task Png_gamma_of_an_old_Macintosh() => await AssertShows([210, 119, 65], PngEditor.Insert(Png(_asked), "gAMA", PngEditor.Numbers(55_556)));

    [Fact]
    public async Task Png_primaries() =>
        await AssertShows([215, 93, 31], PngEditor.Insert(PngEditor.Insert(Png(_asked), "gAMA", PngEditor.Numbers(45_455)), "cHRM", _p3));

    [Fact]
    public async Task Png_that_says_sRGB_is_sRGB_whatever_else_it_says() =>
        await AssertShows(_asked, PngEditor.Insert(PngEditor.Insert(Png(_asked), "gAMA", PngEditor.Numbers(100_000)), "sRGB", 0));

    [Fact]
    public async Task Png_primaries_that_make_no_sense_are_not_believed() =>
        await AssertShows(_asked, PngEditor.Insert(Png(_asked), "cHRM", new byte[32]));

    [Theory]
    [InlineData(12, 215, 93, 31)]
    [InlineData(9, 241, 76, 29)]
    [InlineData(1, 200, 100, 50)]
    public async Task Png_and_Avif_code_points(byte primaries, double r, double g, double b)
    {
        await AssertShows([r, g, b], PngEditor.Insert(Png(_asked), "cICP", primaries, 13, 0, 1));
        using var picture = Flat.Of(64, 64, _asked);
        await AssertShows([r, g, b], HeifEditor.Colored(picture.AsAvif(), primaries, 13));
    }

    [Fact]
    public async Task Png_code_points_go_before_its_profile()
    {
        using var profiled = Flat.Of(64, 64, _asked).With("icc-profile-data", IccProfile.ProPhoto);
        await AssertShows([215, 93, 31], PngEditor.Insert(profiled.PngsaveBuffer(), "cICP", 12, 13, 0, 1));
    }

    /// <summary>60, 30 and 10 cd/m² in the primaries of BT.2020, against paper white of 203.</summary>
    [Fact]
    public async Task Middle_tones_of_PQ_are_as_bright_as_in_any_picture()
    {
        double[] asked = [29_999, 25_747, 19_641];
        await AssertShows([170, 101, 52], PngEditor.Insert(Deep(asked).PngsaveBuffer(), "cICP", 9, 16, 0, 1));
        await AssertShows([170, 101, 52], HeifEditor.Colored(Deep(asked).AsAvif(bits: 10), 9, 16));
    }

    [Fact]
    public async Task Heic_with_PQ_too()
    {
        using var studio = new Studio();
        await AssertShows([170, 101, 52], HeifEditor.Colored(await Heic.Encode(studio, Deep([29_999, 25_747, 19_641]).PngsaveBuffer()), 9, 16));
    }

    [Fact]
    public async Task Middle_tones_of_HLG() =>
        await AssertShows([137, 137, 137], PngEditor.Insert(Deep([32_768, 32_768, 32_768]).PngsaveBuffer(), "cICP", 9, 18, 0, 1));

    [Fact]
    public async Task Highlights_keep_their_steps()
    {
        using var studio = new Studio();
        // 50, 300 and 1,000 cd/m².
        using var strip = Image.Arrayjoin([Deep([28_854, 28_854, 28_854]), Deep([41_300, 41_300, 41_300]), Deep([49_271, 49_271, 49_271])]);
        var made = await studio.Make(PngEditor.Insert(strip.PngsaveBuffer(), "cICP", 9, 16, 0, 1));
        var (dark, bright, brightest) = (made.Color(Made.WebP, 0.1)[0], made.Color(Made.WebP)[0], made.Color(Made.WebP, 0.9)[0]);
        Assert.InRange(dark, 134, 138);
        Assert.InRange(bright, 240, 247);
        Assert.InRange(brightest, 250, 255);
    }

    private static async Task AssertShows(double[] expected, byte[] file)
    {
        using var studio = new Studio();
        var made = await studio.Make(file);
        foreach (var type in (string[])[Made.Avif, Made.WebP, Made.Jpeg])
            Lab.AssertClose(expected, made.Color(type));
    }

    private static byte[] Png(double[] color)
    {
        using var picture = Flat.Of(64, 64, color);
        return picture.PngsaveBuffer();
    }

    private static Image Deep(double[] color)
    {
        using var picture = Image.Black(64, 64, bands: 3) + color;
        using var numbers = picture.Cast(Enums.BandFormat.Ushort);
        return numbers.Copy(interpretation: Enums.Interpretation.Rgb16);
    }
}
