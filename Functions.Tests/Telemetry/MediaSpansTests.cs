using Microsoft.Extensions.Time.Testing;
using News.Functions.Tests.Media;
using News.Functions.Tests.Media.Filming;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Telemetry;

/// <summary>Spans of the steps from a dropped file to a picture or a video.</summary>
public class MediaSpansTests(TestAzurite azurite)
{
    [Fact]
    public async Task Steps_of_a_picture_are_within_the_function()
    {
        using var shop = await Open();
        using var trace = new SpansOf();
        var blob = await shop.Drop("song.png", SmallPicture.Png());
        using (trace.Function("ProcessUpload"))
            await shop.Processing.Run(blob, default);
        Assert.Equal(
            ["media.download", "media.decode", "media.renditions", "media.crops", "media.put", "ProcessUpload"],
            trace.Ended.Select(span => span.OperationName));
        Assert.Single(trace.Ended.Select(span => span.TraceId).Distinct());
    }

    [Fact]
    public async Task Steps_of_a_video_are_within_the_function()
    {
        using var shop = await Open();
        var film = await SmallFilm.Mp4();
        using var trace = new SpansOf();
        var blob = await shop.Drop("song.mp4", film);
        using (trace.Function("ProcessUpload"))
            await shop.Processing.Run(blob, default);
        Assert.Equal(
            ["media.download", "media.probe", "media.transcode", "media.poster", "media.decode", "media.renditions", "media.crops", "media.put", "ProcessUpload"],
            trace.Ended.Select(span => span.OperationName));
    }

    [Fact]
    public async Task Rejection_is_a_step_too()
    {
        using var shop = await Open();
        using var trace = new SpansOf();
        var blob = await shop.Drop("song.png", "not a picture"u8.ToArray());
        using (trace.Function("ProcessUpload"))
            await shop.Processing.Run(blob, default);
        Assert.Equal(["media.download", "media.reject", "ProcessUpload"], trace.Ended.Select(span => span.OperationName));
    }

    private async Task<Workshop> Open()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var shop = new Workshop(await azurite.Account(), new MemoryStore(time), time);
        await shop.Account.CreateMissing(default);
        return shop;
    }
}
