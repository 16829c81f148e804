using News.Domain.Blocks;
using News.Functions.Tests.Media.Making;
using Xunit;

namespace News.Functions.Tests.Media.Pictures;

/// <summary>The files of a picture: which, how large, and what they show.</summary>
public class RenditionTests
{
    [Theory]
    [InlineData(2_400, 1_200, "320x160 640x320 960x480 1280x640 1920x960")]
    [InlineData(1_920, 10, "320x2 640x3 960x5 1280x7 1920x10")]
    [InlineData(700, 900, "320x411 640x823")]
    [InlineData(320, 200, "320x200")]
    [InlineData(100, 50, "100x50")]
    [InlineData(1, 1, "1x1")]
    [InlineData(3, 1_000, "3x1000")]
    public async Task Whole_picture_comes_in_every_width_it_has_pixels_for(int width, int height, string sizes)
    {
        using var studio = new Studio();
        using var picture = Flat.Of(width, height, Flat.Green);
        var made = await studio.Make(picture.JpegsaveBuffer());
        foreach (var type in (string[])[Made.Avif, Made.WebP, Made.Jpeg])
            Assert.Equal(sizes, string.Join(' ', made.Asset.Files.Where(file => file.Type == type).Select(file => $"{file.Width}x{file.Height}")));
        AssertTrue(made);
    }

    [Fact]
    public async Task Crops_have_their_shape_and_are_never_enlarged()
    {
        using var studio = new Studio();
        using var picture = Flat.Of(1_000, 700, Flat.Green);
        var made = await studio.Make(picture.PngsaveBuffer());
        Assert.Equal(["1:1", "4:3", "16:9", "1200x630"], made.Asset.Crops.Keys);
        Assert.Equal("320x320 640x640", Sizes("1:1"));
        Assert.Equal("320x240 640x480", Sizes("4:3"));
        Assert.Equal("320x180 640x360", Sizes("16:9"));
        Assert.Equal("1000x525", Sizes("1200x630"));
        AssertTrue(made);

        string Sizes(string crop) => string.Join(' ', made.Asset.Crops[crop].Where(file => file.Type == Made.Avif).Select(file => $"{file.Width}x{file.Height}"));
    }

    [Fact]
    public async Task Crops_are_around_the_focus_that_is_given_and_can_be_made_again_around_another()
    {
        using var studio = new Studio();
        using var picture = Flat.Quarters(800, 200);
        picture.Pngsave(studio.Path("original.png"));
        var made = await studio.Make(studio.Path("original.png"), new FocusPoint(0, 1));
        Lab.AssertClose(Flat.Blue, Square(made, 0.8));
        Assert.Equal(new(0, 1), made.Asset.Focus);

        var again = await studio.Crop(made, studio.Path("original.png"), new FocusPoint(1, 0.123456));
        Lab.AssertClose(Flat.Green, Square(again, 0.1));
        Assert.Equal(new(1, 0.123), again.Asset.Focus);
        Assert.Equal(made.Asset.Files, again.Asset.Files);
        Assert.Empty(Names(made).Intersect(Names(again)));
        Assert.Equal(Names(again), Directory.GetFiles(again.Folder).Select(path => Path.GetFileName(path)!).Order());

        static IEnumerable<string> Names(Made made) => made.Asset.Crops.Values.SelectMany(crop => crop).Select(file => file.File).Order();

        static double[] Square(Made made, double y)
        {
            using var square = made.Open(made.Asset.Crops["1:1"].Last(file => file.Type == Made.WebP));
            return Made.Color(square, 0.5, y);
        }
    }

    [Fact]
    public async Task Focus_is_found_where_something_stands_out()
    {
        using var studio = new Studio();
        using var wall = Flat.Of(900, 300, 120, 120, 120);
        using var face = Flat.Of(60, 60, 230, 150, 110);
        using var picture = wall.Insert(face, 720, 60);
        var made = await studio.Make(picture.PngsaveBuffer());
        Assert.InRange(made.Asset.Focus.X, 0.75, 0.92);
        Assert.InRange(made.Asset.Focus.Y, 0.1, 0.5);
        Assert.Equal(new(0.5, 0.5), (await studio.Make(wall.PngsaveBuffer())).Asset.Focus);
    }

    [Fact]
    public async Task Same_file_twice_is_the_same_asset()
    {
        using var studio = new Studio();
        using var picture = Flat.Noise();
        var file = picture.JpegsaveBuffer();
        var (one, other) = (await studio.Make(file), await studio.Make(file));
        Assert.Equal(one.Asset.Id, other.Asset.Id);
        Assert.Equal(one.All, other.All);
        Assert.All(one.All, part => Assert.Equal(File.ReadAllBytes(one.Path(part)), File.ReadAllBytes(other.Path(part))));
    }

    [Fact]
    public async Task Very_tall_picture_is_left_out_of_what_cannot_hold_it()
    {
        using var studio = new Studio();
        using var picture = Flat.Of(330, 17_500, Flat.Red);
        var made = await studio.Make(picture.PngsaveBuffer());
        Assert.Equal([Made.Jpeg], made.Asset.Files.Select(file => file.Type));
        AssertTrue(made);
    }

    /// <summary>What the asset says is what lies in the folder, and nothing else does.</summary>
    private static void AssertTrue(Made made)
    {
        Assert.Equal(made.All.Select(file => file.File).Order(), Directory.GetFiles(made.Folder).Select(path => Path.GetFileName(path)!).Order());
        foreach (var file in made.All)
        {
            using var image = made.Open(file);
            Assert.Equal((file.Width, file.Height), (image.Width, image.Height));
            Assert.Equal(new FileInfo(made.Path(file)).Length, file.Bytes);
            Assert.InRange(file.Width, 1, made.Asset.Width);
        }
    }
}
