using NetVips;
using News.Functions.Tests.Media.Making;
using Xunit;

namespace News.Functions.Tests.Media.Pictures;

/// <summary>What moves goes on moving: every frame, its time, and how often.</summary>
public class AnimationTests
{
    private static readonly double[][] _colors = [Flat.Red, Flat.Green, Flat.Blue];
    private static readonly int[] _delays = [100, 250, 400];

    [Fact]
    public async Task Gif_keeps_its_frames()
    {
        using var roll = Roll();
        await AssertMoves(roll.GifsaveBuffer());
    }

    [Fact]
    public async Task WebP_keeps_its_frames()
    {
        using var roll = Roll();
        await AssertMoves(roll.WebpsaveBuffer(lossless: true));
    }

    [Fact]
    public async Task Png_keeps_its_frames()
    {
        Apng.Frame[] frames = [.. _colors.Select((color, i) => new Apng.Frame(Png(48, 32, color), 0, 0, 48, 32, _delays[i], Disposal: 0, Over: false))];
        await AssertMoves(Apng.Of(48, 32, 2, frames));
    }

    [Fact]
    public async Task Png_frames_are_laid_on_each_other_as_they_say()
    {
        using var studio = new Studio();
        var made = await studio.Make(Apng.Of(
            40, 40, 0,
            new(Png(40, 40, [.. Flat.Red, 255]), 0, 0, 40, 40, 100, Disposal: 0, Over: false),
            new(Png(20, 40, [.. Flat.Blue, 255]), 0, 0, 20, 40, 100, Disposal: 2, Over: true),
            new(Png(20, 40, [.. Flat.Green, 128]), 20, 0, 20, 40, 100, Disposal: 1, Over: true),
            new(Png(10, 10, [0, 0, 0, 0]), 0, 0, 10, 10, 100, Disposal: 0, Over: true)));
        using var moving = made.Widest(Made.WebP);
        AssertFrame(moving, 1, Flat.Blue, Flat.Red);
        AssertFrame(moving, 2, Flat.Red, [130, 100, 45]);
        AssertFrame(moving, 3, Flat.Red, [0, 0, 0, 0]);

        void AssertFrame(Image roll, int frame, double[] left, double[] right)
        {
            using var cut = roll.Crop(0, frame * 40, 40, 40);
            var (l, r) = (Made.Color(cut, 0.2, 0.5), Made.Color(cut, 0.8, 0.5));
            Lab.AssertClose(left, l, 8);
            if (right.Length == 4)
                Assert.Equal(0, r[3], 5.0);
            else
                Lab.AssertClose(right, r, 8);
        }
    }

    [Fact]
    public async Task Png_that_counts_its_frames_wrong_is_refused()
    {
        using var studio = new Studio();
        var file = Apng.Of(48, 32, Png(48, 32, Flat.Red), Png(48, 32, Flat.Blue));
        var outside = Apng.Of(48, 32, 0, new(Png(48, 32, Flat.Red), 0, 0, 48, 32, 100, 0, false), new(Png(48, 32, Flat.Red), 1, 0, 48, 32, 100, 0, false));
        file[8 + 25 + 8 + 3] = 7;
        Assert.Contains("damaged", await studio.Refusal(file), StringComparison.Ordinal);
        Assert.Contains("damaged", await studio.Refusal(outside), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_frame_is_a_still_picture()
    {
        using var studio = new Studio();
        using var picture = Flat.Of(48, 32, Flat.Red);
        var made = await studio.Make(picture.GifsaveBuffer());
        Assert.False(made.Asset.Animated);
        Assert.Equal([Made.Avif, Made.WebP, Made.Jpeg], made.Asset.Files.Select(file => file.Type));
    }

    [Fact]
    public async Task Wide_ones_come_in_every_width_and_one_small_gif()
    {
        using var studio = new Studio();
        using var frame = Flat.Of(1_000, 100, Flat.Red);
        using var other = Flat.Of(1_000, 100, Flat.Blue);
        using var roll = Image.Arrayjoin([frame, other], across: 1).Mutate(fields => fields.Set(GValue.GIntType, "page-height", 100));
        var made = await studio.Make(roll.GifsaveBuffer());
        Assert.Equal(["320.webp", "640.webp", "960.webp", "640.gif"], made.Asset.Files.Select(file => file.File));
        Assert.Equal((1_000, 100), (made.Asset.Width, made.Asset.Height));
    }

    private static async Task AssertMoves(byte[] file)
    {
        using var studio = new Studio();
        var made = await studio.Make(file);
        Assert.True(made.Asset.Animated);
        Assert.Equal((48, 32), (made.Asset.Width, made.Asset.Height));
        foreach (var type in (string[])[Made.WebP, Made.Gif])
        {
            using var moving = made.Widest(type);
            Assert.Equal((48, 96, 3), (moving.Width, moving.Height, moving.Get("n-pages")));
            Assert.Equal(_delays, moving.Get("delay"));
            Assert.Equal(2, moving.Get("loop"));
            for (var i = 0; i < 3; i++)
                Lab.AssertClose(_colors[i], Made.Color(moving, 0.5, (i + 0.5) / 3), 6);
        }

        Assert.Equal([Made.Avif, Made.WebP, Made.Jpeg], made.Asset.Crops["1:1"].Select(crop => crop.Type));
    }

    private static Image Roll()
    {
        var frames = _colors.Select(color => Flat.Of(48, 32, color)).ToArray();
        return Image.Arrayjoin(frames, across: 1).Mutate(fields =>
        {
            fields.Set(GValue.GIntType, "page-height", 32);
            fields.Set(GValue.ArrayIntType, "delay", _delays);
            fields.Set(GValue.GIntType, "loop", 2);
        });
    }

    private static byte[] Png(int width, int height, double[] color)
    {
        using var picture = Flat.Of(width, height, color);
        return picture.PngsaveBuffer();
    }
}
