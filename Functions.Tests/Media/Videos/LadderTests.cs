using News.Functions.Media.Videos;
using Xunit;

namespace News.Functions.Tests.Media.Videos;

/// <summary>Which sizes a video is made in.</summary>
public class LadderTests
{
    [Theory]
    [InlineData(3840, 2160, "640x360 1280x720 1920x1080")]
    [InlineData(1920, 1080, "640x360 1280x720 1920x1080")]
    [InlineData(1280, 720, "640x360 1280x720")]
    [InlineData(640, 360, "640x360")]
    [InlineData(320, 180, "320x180")]
    [InlineData(1080, 1920, "360x640 720x1280 1080x1920")]
    [InlineData(1080, 1080, "360x360 720x720 1080x1080")]
    [InlineData(640, 480, "480x360 640x480")]
    [InlineData(720, 404, "640x360")]
    [InlineData(1918, 1078, "640x360 1280x720 1918x1078")]
    [InlineData(1920, 800, "640x266 1280x534 1920x800")]
    [InlineData(321, 181, "320x180")]
    [InlineData(16, 2, "16x2")]
    [InlineData(1, 1, "2x2")]
    public void Never_larger_than_the_original_and_no_rung_for_nothing(int width, int height, string sizes) =>
        Assert.Equal(sizes, string.Join(' ', VideoLadder.Of(width, height).Select(rendition => $"{rendition.Width}x{rendition.Height}")));
}
