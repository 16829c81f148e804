using NetVips;
using News.Functions.Tests.Media.Making;
using Xunit;

namespace News.Functions.Tests.Media.Color;

/// <summary>Whatever a file's colours are written in, they look the same in every rendition.</summary>
public class ManagedColorTests
{
    /// <summary>What sharp 0.35 shows of <see cref="Cmyk"/>.</summary>
    private static readonly double[] _print = [176, 78, 48];

    /// <summary>Expected numbers are worked out from the published primaries and curves, not by the library.</summary>
    [Fact]
    public async Task Display_P3() => await AssertShows([216, 92, 24], Flat.Of(64, 64, 200, 100, 50).With("icc-profile-data", IccProfile.P3));

    [Fact]
    public async Task ProPhoto() => await AssertShows([204, 104, 107], Flat.Of(64, 64, 150, 100, 90).With("icc-profile-data", IccProfile.ProPhoto));

    [Fact]
    public async Task Cmyk_with_its_profile() => await AssertShows(_print, Cmyk());

    [Fact]
    public async Task Cmyk_without_a_profile()
    {
        using var cmyk = Cmyk();
        await AssertShows(_print, cmyk.Mutate(fields => fields.Remove("icc-profile-data")));
    }

    [Fact]
    public async Task Sixteen_bits()
    {
        using var picture = (Image.Black(64, 64, bands: 3) + new double[] { 200 * 257, 100 * 257, 50 * 257 }).Cast(Enums.BandFormat.Ushort);
        using var deep = picture.Copy(interpretation: Enums.Interpretation.Rgb16);
        await AssertShows([200, 100, 50], deep.PngsaveBuffer());
        await AssertShows([200, 100, 50], deep.TiffsaveBuffer());
        await AssertShows([200, 100, 50], deep.AsAvif(bits: 10));
    }

    [Fact]
    public async Task Grey() => await AssertShows([120, 120, 120], Flat.Of(64, 64, 120));

    [Fact]
    public async Task Broken_profile_is_as_none() =>
        await AssertShows([200, 100, 50], Flat.Of(64, 64, 200, 100, 50).With("icc-profile-data", IccProfile.P3[..200]));

    [Fact]
    public async Task Profile_of_another_kind_is_as_none()
    {
        using var rgb = Flat.Of(64, 64, 180, 90, 70);
        using var cmyk = Cmyk();
        await AssertShows([180, 90, 70], rgb.With("icc-profile-data", (byte[])cmyk.Get("icc-profile-data")));
        await AssertShows(_print, cmyk.With("icc-profile-data", IccProfile.P3));
    }

    [Fact]
    public async Task Transparency_stays_with_its_colour()
    {
        using var studio = new Studio();
        using var left = Flat.Of(32, 64, 200, 100, 50, 255);
        using var right = Flat.Of(32, 64, 0, 255, 0, 0);
        using var picture = Image.Arrayjoin([left, right]);
        var made = await studio.Make(picture.PngsaveBuffer());
        Assert.True(made.Asset.Transparent);
        Assert.Equal([Made.Avif, Made.WebP, Made.Png], made.Asset.Files.Select(file => file.Type).Distinct());
        foreach (var type in (string[])[Made.Avif, Made.WebP, Made.Png])
        {
            var (seen, hidden) = (made.Color(type, 0.1), made.Color(type, 0.9));
            Lab.AssertClose([200, 100, 50], seen, 4);
            Assert.Equal((255, 0), (seen[3], hidden[3]), (a, b) => Math.Abs(a.Item1 - b.Item1) < 3 && Math.Abs(a.Item2 - b.Item2) < 3);
        }
    }

    [Fact]
    public async Task Alpha_that_hides_nothing_is_dropped()
    {
        using var studio = new Studio();
        using var picture = Flat.Of(64, 64, 200, 100, 50, 255);
        var made = await studio.Make(picture.PngsaveBuffer());
        Assert.False(made.Asset.Transparent);
        Assert.Equal(Made.Jpeg, made.Asset.Files[^1].Type);
    }

    private static async Task AssertShows(double[] expected, Image picture)
    {
        using (picture)
        {
            await AssertShows(expected, picture.JpegsaveBuffer(q: 100, subsampleMode: Enums.ForeignSubsample.Off));
            await AssertShows(expected, picture.TiffsaveBuffer());
        }
    }

    private static async Task AssertShows(double[] expected, byte[] file)
    {
        using var studio = new Studio();
        var made = await studio.Make(file);
        foreach (var type in (string[])[Made.Avif, Made.WebP, Made.Jpeg])
        {
            Lab.AssertClose(expected, made.Color(type));
            using var image = made.Widest(type);
            Assert.False(image.Contains("icc-profile-data"), "an untagged file is sRGB to every browser");
        }
    }

    /// <summary>A brown as it is printed, with the profile of that print.</summary>
    private static Image Cmyk()
    {
        using var rgb = Flat.Of(64, 64, 180, 90, 70);
        return rgb.IccTransform("cmyk", inputProfile: "srgb", intent: Enums.Intent.Perceptual);
    }
}
