using System.Text;
using Microsoft.Extensions.Time.Testing;
using News.Domain.Media.Uploads;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Media.Filming;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Media.Videos;

/// <summary>Whatever happens to a video while it is worked on, and to its captions.</summary>
public sealed class VideoLifeTests(TestAzurite azurite) : IAsyncLifetime
{
    private const string Vtt = "WEBVTT\n\n00:00.000 --> 00:00.800\nXin chào\n";
    private const string LateVtt = "WEBVTT\n\n01:00.000 --> 01:01.000\nXin chào\n";

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly Watching _watching = new();
    private byte[] _film = [];
    private Workshop _shop = null!;

    private string Asset => Workshop.IdOf(_film);

    public async ValueTask InitializeAsync()
    {
        _shop = new(await azurite.Account(), new MemoryStore(_time), _time, _watching);
        await _shop.Account.CreateMissing(default);
        _film = await SmallFilm.Mp4();
    }

    public ValueTask DisposeAsync()
    {
        _shop?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Pictures_go_on_while_videos_wait_for_their_turn()
    {
        var picture = SmallPicture.Png(330, 200);
        var turn = await _shop.Turn.Take(true, default);
        var waiting = _shop.Processing.Run(await _shop.Drop("clip.mp4", _film), default);
        Assert.True(await _shop.Processing.Run(await _shop.Drop("song.png", picture), default));
        Assert.NotNull(await _shop.Assets.Read(Workshop.IdOf(picture), default));
        Assert.False(waiting.IsCompleted);
        turn!.Dispose();
        Assert.True(await waiting);
        await IsWhole();
    }

    [Fact]
    public async Task Videos_beyond_those_that_wait_stay_where_they_lie_and_the_sweep_takes_them_when_there_is_time()
    {
        var turn = await _shop.Turn.Take(true, default);
        using var stop = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 3).Select(_ => _shop.Turn.Take(true, stop.Token)).ToList();
        Assert.False(await _shop.Processing.Run(await _shop.Drop("clip.mp4", _film), default));
        for (var round = 0; round < 7; round++)
        {
            _time.Advance(TimeSpan.FromMinutes(16));
            await _shop.Sweep.Run(new(), default);
        }

        Assert.Equal(["clip.mp4"], await _shop.Names(_shop.Account.Uploads));
        await stop.CancelAsync();
        foreach (var gone in waiting)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        turn!.Dispose();
        await _shop.Sweep.Run(new(), default);
        await IsWhole();
    }

    [Fact]
    public async Task Stopped_in_the_middle_nothing_is_left_and_the_next_try_finishes()
    {
        _film = await SmallFilm.Mp4(30, "640x360");
        var blob = await _shop.Drop("clip.mp4", _film);
        using var stop = new CancellationTokenSource();
        var running = _shop.Processing.Run(blob, stop.Token);
        Assert.True(await Poll.Until(() => Task.FromResult(Children().Count > 0 || running.IsCompleted)));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Empty(Children());
        Assert.Empty(_shop.LeftOver);
        Assert.Empty(await _shop.Names(_shop.Account.Media));
        await _shop.Processing.Run(blob, default);
        await IsWhole();
    }

    [Fact]
    public async Task Video_whose_files_are_lost_is_made_again_and_keeps_its_captions()
    {
        await _shop.Processing.Run(await _shop.Drop("phim/clip.mp4", _film), default);
        await _shop.Processing.Run(await _shop.Drop("phim/clip.vi.vtt", Encoding.UTF8.GetBytes(Vtt)), default);
        foreach (var file in (await _shop.Names(_shop.Account.Media)).Where(name => name.EndsWith(".m4s", StringComparison.Ordinal) || name.EndsWith(".vtt", StringComparison.Ordinal)))
            await _shop.Account.Media.GetBlobClient(file).DeleteAsync();
        await _shop.Processing.Run(await _shop.Drop("again.mp4", _film), default);
        await IsWhole();
        Assert.Equal("vi", Assert.Single((await _shop.Assets.Read(Asset, default))!.Asset.Video!.Captions).Lang);
    }

    [Fact]
    public async Task New_captions_in_a_language_take_the_place_of_the_old()
    {
        await _shop.Processing.Run(await _shop.Drop("phim/clip.mp4", _film), default);
        foreach (var text in new[] { Vtt, Vtt.Replace("chào", "chào mới", StringComparison.Ordinal) })
            await _shop.Processing.Run(await _shop.Drop("phim/clip.vi.vtt", Encoding.UTF8.GetBytes(text)), default);
        var track = Assert.Single((await _shop.Assets.Read(Asset, default))!.Asset.Video!.Captions);
        var content = await _shop.Account.Media.GetBlobClient($"{Asset}/1/{track.File}").DownloadContentAsync();
        Assert.Contains("chào mới", content.Value.Content.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Captions_of_another_video_are_rejected_whichever_comes_first(bool captionsFirst)
    {
        (string Name, byte[] Content)[] files = [("phim/clip.vi.vtt", Encoding.UTF8.GetBytes(LateVtt)), ("phim/clip.mp4", _film)];
        foreach (var (name, content) in captionsFirst ? files : files.Reverse())
            await _shop.Processing.Run(await _shop.Drop(name, content), default);
        Assert.Equal(UploadState.Rejected, (await Status("phim/clip.vi.vtt")).State);
        Assert.Contains("another", (await Status("phim/clip.vi.vtt")).Reason, StringComparison.Ordinal);
        Assert.Empty((await _shop.Assets.Read(Asset, default))!.Asset.Video!.Captions);
    }

    [Fact]
    public async Task Captions_that_wait_say_so()
    {
        await _shop.Processing.Run(await _shop.Drop("phim/clip.vi.vtt", Encoding.UTF8.GetBytes(Vtt)), default);
        var status = await Status("phim/clip.vi.vtt");
        Assert.Equal((UploadState.Waiting, true), (status.State, status.Reason!.Contains("wait", StringComparison.Ordinal)));
        Assert.Empty(await _shop.Names(_shop.Account.Uploads));
    }

    private async Task IsWhole()
    {
        var there = await _shop.Assets.Read(Asset, default);
        Assert.NotNull(there?.Asset.Video);
        Assert.True(await _shop.Files.AreAll(there.Asset, default));
        Assert.Empty(await _shop.Names(_shop.Account.Uploads));
        Assert.Empty(_shop.LeftOver);
    }

    private async Task<UploadStatus> Status(string name) => (await _shop.Statuses.Read(UploadStatus.IdOf(name), default))!;

    /// <summary>The encoders that work in this workshop's folders.</summary>
    private List<string> Children() => Processes.In(_shop.WorkFolder);
}
