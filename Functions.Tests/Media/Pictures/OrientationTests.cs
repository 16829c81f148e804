using NetVips;
using News.Functions.Tests.Media.Making;
using Xunit;

namespace News.Functions.Tests.Media.Pictures;

/// <summary>However the camera was held, and wherever the file says so, the picture stands upright, turned once.</summary>
public class OrientationTests
{
    public static TheoryData<int> All => [1, 2, 3, 4, 5, 6, 7, 8];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Jpeg_is_turned(int orientation)
    {
        using var stored = Stored(orientation);
        await AssertUpright(stored.JpegsaveBuffer(q: 95, subsampleMode: Enums.ForeignSubsample.Off));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public async Task Png_WebP_and_Tiff_are_turned(int orientation)
    {
        using var stored = Stored(orientation);
        await AssertUpright(stored.PngsaveBuffer());
        await AssertUpright(stored.WebpsaveBuffer(lossless: true));
        await AssertUpright(stored.TiffsaveBuffer());
    }

    /// <summary>Quarters of a turn against the clock, then the stored picture that such a turn sets right.</summary>
    [Theory]
    [InlineData(1, 6)]
    [InlineData(2, 3)]
    [InlineData(3, 8)]
    public async Task Avif_is_turned_by_its_container(byte quarters, int orientation)
    {
        using var stored = Stored(orientation, tagged: false);
        // A quarter against the clock sets right what one with the clock, orientation 6, would spoil, and the other way round.
        var needed = (byte)((4 - quarters) % 4);
        await AssertUpright(HeifEditor.Rotated(stored.AsAvif(), needed));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 2)]
    public async Task Avif_is_mirrored_by_its_container(byte mode, int orientation)
    {
        using var stored = Stored(orientation, tagged: false);
        await AssertUpright(HeifEditor.Mirrored(stored.AsAvif(), mode));
    }

    [Fact]
    public async Task Exif_beside_the_container_does_not_turn_Avif_again()
    {
        using var stored = Stored(6, tagged: false);
        var avif = HeifEditor.Rotated(stored.AsAvif(), 3);
        var tag = avif.AsSpan().IndexOf((byte[])[0x12, 0x01, 3, 0, 1, 0, 0, 0, 1]);
        avif[tag + 8] = 6;
        await AssertUpright(avif);
    }

    [Fact]
    public async Task Heic_is_turned_by_its_container_and_not_again_by_exif()
    {
        using var studio = new Studio();
        using var stored = Stored(6);
        var heic = await Heic.Encode(studio, stored.JpegsaveBuffer(q: 95, subsampleMode: Enums.ForeignSubsample.Off));
        await AssertUpright(HeifEditor.Rotated(heic, 3));
    }

    private static async Task AssertUpright(byte[] file)
    {
        using var studio = new Studio();
        var made = await studio.Make(file);
        Assert.Equal((96, 64), (made.Asset.Width, made.Asset.Height));
        foreach (var type in (string[])[Made.Avif, Made.WebP, Made.Jpeg])
        {
            Lab.AssertClose(Flat.Red, made.Color(type, 0.1, 0.1), 6);
            Lab.AssertClose(Flat.Green, made.Color(type, 0.9, 0.1), 6);
            Lab.AssertClose(Flat.Blue, made.Color(type, 0.1, 0.9), 6);
            Lab.AssertClose(Flat.Yellow, made.Color(type, 0.9, 0.9), 6);
        }
    }

    /// <summary>The quarters as a camera held so stores them: where each stored pixel belongs is EXIF's own table.</summary>
    private static Image Stored(int orientation, bool tagged = true)
    {
        using var upright = Flat.Quarters();
        var pixels = upright.WriteToMemory<byte>();
        var (width, height) = orientation < 5 ? (96, 64) : (64, 96);
        var stored = new byte[pixels.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (ux, uy) = orientation switch
                {
                    2 => (width - 1 - x, y),
                    3 => (width - 1 - x, height - 1 - y),
                    4 => (x, height - 1 - y),
                    5 => (y, x),
                    6 => (height - 1 - y, x),
                    7 => (height - 1 - y, width - 1 - x),
                    8 => (y, width - 1 - x),
                    _ => (x, y),
                };
                pixels.AsSpan(((uy * 96) + ux) * 3, 3).CopyTo(stored.AsSpan(((y * width) + x) * 3));
            }
        }

        using var image = Image.NewFromMemoryCopy<byte>(stored, width, height, 3, Enums.BandFormat.Uchar);
        using var colored = image.Copy(interpretation: Enums.Interpretation.Srgb);
        return colored.Mutate(fields => fields.Set(GValue.GIntType, "orientation", tagged ? orientation : 1));
    }
}
