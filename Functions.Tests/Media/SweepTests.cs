using Azure.Storage.Blobs.Specialized;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Time.Testing;
using News.Domain.Media.Uploads;
using News.Functions.Tests.Storage;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Media;

/// <summary>What events missed or gave up.</summary>
public sealed class SweepTests(TestAzurite azurite) : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly Watching _watching = new();
    private readonly byte[] _content = SmallPicture.Png(330, 200);
    private Workshop _shop = null!;

    public async ValueTask InitializeAsync()
    {
        _shop = new(await azurite.Account(), new MemoryStore(_time), _time, _watching);
        await _shop.Account.CreateMissing(default);
    }

    public ValueTask DisposeAsync()
    {
        _shop?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Fresh_and_held_files_are_left_alone_and_old_ones_taken()
    {
        var old = await _shop.Drop("old.png", _content);
        var held = await _shop.Drop("held.png", SmallPicture.Png(340, 210));
        await held.GetBlobLeaseClient().AcquireAsync(TimeSpan.FromSeconds(60));
        _time.Advance(TimeSpan.FromMinutes(14));
        await Sweep();
        Assert.True(await old.ExistsAsync());
        _time.Advance(TimeSpan.FromMinutes(2));
        await Sweep();
        Assert.Equal(["held.png"], await _shop.Names(_shop.Account.Uploads));
        Assert.NotNull(await _shop.Assets.Read(Workshop.IdOf(_content), default));
    }

    [Fact]
    public async Task What_fails_five_rounds_is_rejected_and_does_not_keep_others_waiting()
    {
        var failing = await _shop.Drop("a.png", _content);
        _watching.Before = request => request.Method.Method == "PUT" && request.Uri.Path.Contains($"/media/{Workshop.IdOf(_content)}", StringComparison.Ordinal)
            ? throw new CrashException()
            : Task.CompletedTask;
        for (var round = 1; round <= 5; round++)
        {
            await _shop.Drop("b.png", SmallPicture.Png(340, 210));
            _time.Advance(TimeSpan.FromMinutes(16));
            await Sweep();
            Assert.Equal(["a.png"], await _shop.Names(_shop.Account.Uploads));
        }

        _time.Advance(TimeSpan.FromMinutes(16));
        await Sweep();
        Assert.False(await failing.ExistsAsync());
        var status = await _shop.Statuses.Read(UploadStatus.IdOf("a.png"), default);
        Assert.Equal(UploadState.Rejected, status!.State);
        Assert.NotNull(status.Reason);
        Assert.Single(await _shop.Names(_shop.Account.Rejected));
        Assert.Null(await _shop.Assets.Read(Workshop.IdOf(_content), default));
    }

    [Fact]
    public async Task File_written_over_starts_its_rounds_anew()
    {
        await _shop.Drop("a.png", _content);
        _watching.Before = request => request.Method.Method == "PUT" && request.Uri.Path.Contains("/media/", StringComparison.Ordinal)
            ? throw new CrashException()
            : Task.CompletedTask;
        for (var round = 1; round <= 9; round++)
        {
            if (round == 5)
                await _shop.Drop("a.png", SmallPicture.Png(340, 210));
            _time.Advance(TimeSpan.FromMinutes(16));
            await Sweep();
        }

        Assert.Equal(["a.png"], await _shop.Names(_shop.Account.Uploads));
    }

    private Task Sweep() => _shop.Sweep.Run(new TimerInfo(), default);
}
