using News.Functions.Media.Placeholders;
using Xunit;

namespace News.Functions.Tests.Media.Pictures;

/// <summary>What is shown before a picture has come.</summary>
public class PlaceholderTests
{
    /// <summary>The hashes are those of the author's own program (npm: thumbhash 0.1.1) for the same pixels.</summary>
    [Theory]
    [InlineData(40, 30, false, "3wcKPZpgh3dwh3eHdXh1eKCACPeH")]
    [InlineData(30, 40, false, "3/cJPRqAh3B3d4d3Zld5eXGQCPeH")]
    [InlineData(32, 32, true, "YxiGHQwnkYewiIqGdMHAGPpncHdziId4iA==")]
    [InlineData(1, 1, false, "AAgCBwAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData(100, 3, true, "3XeGGYwn0IeQp3iAgAf7dnSAd4d3iHg=")]
    public void Hash_is_the_one_that_every_player_of_it_knows(int width, int height, bool transparent, string hash) =>
        Assert.Equal(hash, ThumbHash.Of(new(width, height, Pixels(width, height, transparent))));

    [Fact]
    public void Dominant_colour_is_the_one_there_is_most_of()
    {
        byte[] red = [200, 30, 30, 255], sky = [90, 160, 230, 255], nothing = [0, 0, 0, 0];
        Assert.Equal("#5aa0e6", DominantColor.Of(new(10, 1, [.. Repeat(red, 3), .. Repeat(sky, 4), .. Repeat(nothing, 3)])));
        Assert.Equal("#ffffff", DominantColor.Of(new(2, 1, [.. Repeat(nothing, 2)])));

        static IEnumerable<byte> Repeat(byte[] pixel, int times) => Enumerable.Repeat(pixel, times).SelectMany(bytes => bytes);
    }

    private static byte[] Pixels(int width, int height, bool transparent)
    {
        var pixels = new List<byte>();
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                pixels.AddRange([(byte)(x * 255 / width), (byte)(y * 255 / height), (byte)((x * 7) + (y * 13)), transparent ? (byte)(((x * 5) + (y * 3)) % 256) : (byte)255]);
        }

        return [.. pixels];
    }
}
