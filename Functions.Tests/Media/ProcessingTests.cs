using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using News.Domain.Media;
using News.Domain.Media.Uploads;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Storage;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Media;

/// <summary>Whatever happens to an upload while it is worked on: one asset each, nothing lost, nothing half visible, nothing left lying about.</summary>
public sealed class ProcessingTests(TestAzurite azurite) : IAsyncLifetime
{
    private const string Name = "ảnh/sông #1.png";

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly Watching _watching = new();
    private readonly byte[] _content = SmallPicture.Png(330, 200);
    private string _connection = "";
    private MemoryStore _store = null!;
    private Workshop _shop = null!;

    private string Asset => Workshop.IdOf(_content);

    public async ValueTask InitializeAsync()
    {
        _store = new(_time);
        _connection = await azurite.Account();
        _shop = new(_connection, _store, _time, _watching);
        await _shop.Account.CreateMissing(default);
    }

    public ValueTask DisposeAsync()
    {
        _shop?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Two_instances_at_once_and_the_event_again_make_one_asset()
    {
        using var other = new Workshop(_connection, _store, _time);
        var blob = await _shop.Drop(Name, _content);
        await Task.WhenAll(_shop.Processing.Run(blob, default), other.Processing.Run(other.Upload(Name), default), _shop.Processing.Run(blob, default));
        await _shop.Processing.Run(blob, default);
        await IsWhole(Asset);
        Assert.Equal([Asset], await Listed());
        Assert.Empty(await _shop.Names(_shop.Account.Uploads));
        Assert.Empty(_shop.LeftOver);
    }

    [Fact]
    public async Task Same_content_under_two_names_at_once_is_one_asset_and_one_line()
    {
        using var other = new Workshop(_connection, _store, _time);
        await Task.WhenAll(
            _shop.Processing.Run(await _shop.Drop("a.png", _content), default), other.Processing.Run(await other.Drop("b.png", _content), default));
        await IsWhole(Asset);
        Assert.Equal([Asset], await Listed());
        Assert.Empty(await _shop.Names(_shop.Account.Uploads));
        foreach (var name in new[] { "a.png", "b.png" })
            Assert.Equal((UploadState.Ready, Asset), await Status(name));
    }

    [Fact]
    public async Task File_written_over_while_it_is_worked_on_is_an_upload_of_its_own()
    {
        var other = SmallPicture.Png(340, 210);
        var blob = await _shop.Drop(Name, _content);
        using var editor = new Workshop(_connection, _store, _time);
        await Once("PUT", "/media/", async () =>
        {
            await editor.BreakLease(Name);
            await editor.Drop(Name, other);
        });
        await _shop.Processing.Run(blob, default);
        Assert.Equal([Name], await _shop.Names(_shop.Account.Uploads));
        await _shop.Processing.Run(blob, default);
        await IsWhole(Workshop.IdOf(other));
        Assert.Empty(await _shop.Names(_shop.Account.Uploads));
        Assert.Equal((UploadState.Ready, Workshop.IdOf(other)), await Status(Name));
    }

    [Fact]
    public async Task File_written_over_before_it_is_read_makes_nothing_of_the_old_one()
    {
        var blob = await _shop.Drop(Name, _content);
        using var editor = new Workshop(_connection, _store, _time);
        await Once("GET", "/uploads/", async () =>
        {
            await editor.BreakLease(Name);
            await editor.Drop(Name, SmallPicture.Png(340, 210));
        });
        await _shop.Processing.Run(blob, default);
        Assert.Null(await _shop.Assets.Read(Asset, default));
        Assert.Equal([Name], await _shop.Names(_shop.Account.Uploads));
        Assert.Empty(_shop.LeftOver);
    }

    [Fact]
    public async Task Every_read_and_the_removal_carry_the_version_first_seen_and_the_lease()
    {
        var blob = await _shop.Drop(Name, _content);
        await _shop.Processing.Run(blob, default);
        await _shop.Processing.Run(await _shop.Drop("no picture", "abc"u8.ToArray()), default);
        var upload = _watching.Seen.Where(line => line.Contains("/uploads/", StringComparison.Ordinal)).ToList();
        Assert.All(upload.Where(line => line.StartsWith("GET ", StringComparison.Ordinal)), line => Assert.Contains(" If-Match=", line, StringComparison.Ordinal));
        var deletes = upload.Where(line => line.StartsWith("DELETE ", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, deletes.Count);
        Assert.All(deletes, line => Assert.Contains(" If-Match=", line, StringComparison.Ordinal));
        Assert.All(deletes, line => Assert.Contains(" x-ms-lease-id=", line, StringComparison.Ordinal));
        var copy = Assert.Single(_watching.Seen, line => line.StartsWith("PUT ", StringComparison.Ordinal) && line.Contains("/rejected/", StringComparison.Ordinal));
        Assert.Contains(" x-ms-source-if-match=", copy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lease_is_renewed_while_work_goes_on_and_given_back_when_it_fails()
    {
        var blob = await _shop.Drop(Name, _content);
        await Once("PUT", "/media/", async () =>
        {
            var renewed = await Poll.Until(() =>
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(_watching.Seen.Count(line => line.Contains("x-ms-lease-action=renew", StringComparison.Ordinal)) >= 3);
            });
            Assert.True(renewed, "the lease was renewed");
            throw new InvalidOperationException("this may pass");
        });
        await Assert.ThrowsAnyAsync<Exception>(() => _shop.Processing.Run(blob, default));
        Assert.Empty(_shop.LeftOver);
        await _shop.Processing.Run(blob, default);
        await IsWhole(Asset);
    }

    [Fact]
    public async Task Progress_is_told_while_the_files_are_made()
    {
        var seen = new ConcurrentBag<double>();
        _watching.Before = async _ =>
        {
            if (await _shop.Statuses.Read(UploadStatus.IdOf(Name), default) is { State: UploadState.Processing } status)
                seen.Add(status.Progress);
        };
        await _shop.Processing.Run(await _shop.Drop(Name, _content), default);
        Assert.All(seen, progress => Assert.InRange(progress, 0, 0.99));
        Assert.True(seen.Distinct().Count() >= 4, string.Join(' ', seen.Distinct().Order()));
        Assert.Equal(1, (await _shop.Statuses.Read(UploadStatus.IdOf(Name), default))!.Progress);
    }

    [Fact]
    public async Task File_with_too_many_bytes_is_rejected_unread()
    {
        using var folder = new TemporaryFolder();
        // By way of a file: other tests measure memory meanwhile.
        await using (var large = File.Create(folder.File("large")))
        {
            await large.WriteAsync(_content.AsMemory(0, 64));
            large.SetLength((50 * 1024 * 1024) + 1);
        }

        await _shop.Upload(Name).UploadAsync(folder.File("large"));
        await _shop.Processing.Run(_shop.Upload(Name), default);
        Assert.Equal(UploadState.Rejected, (await Status(Name)).State);
        Assert.Single(await _shop.Names(_shop.Account.Rejected));
        // Only its beginning, which tells what it is.
        Assert.Single(_watching.Seen, line => line.StartsWith("GET ", StringComparison.Ordinal) && line.Contains("/uploads/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Crash_at_any_request_leaves_nothing_half_visible_and_the_next_try_finishes()
    {
        for (var crashAt = 1; ; crashAt++)
        {
            var (content, left) = (SmallPicture.Png(330, 200), crashAt);
            var blob = await _shop.Drop($"{crashAt}.png", content);
            _watching.Before = _ => --left < 0 ? throw new CrashException() : Task.CompletedTask;
            var crashed = await Crashes(() => _shop.Processing.Run(blob, default));
            _watching.Before = _ => Task.CompletedTask;
            if (await _shop.Assets.Read(Workshop.IdOf(content), default) is not null)
                await IsWhole(Workshop.IdOf(content));
            if (!crashed)
                break;
            if (await blob.ExistsAsync())
                await _shop.FreeLease(blob.Name);
            await _shop.Processing.Run(blob, default);
            await IsWhole(Workshop.IdOf(content));
            Assert.False(await blob.ExistsAsync());
        }

        Assert.Equal((await Listed()).Distinct().Count(), (await Listed()).Count);
        Assert.Empty(_shop.LeftOver);
    }

    [Fact]
    public async Task Asset_whose_files_are_lost_is_made_again_when_the_picture_is_dropped_again()
    {
        await _shop.Processing.Run(await _shop.Drop(Name, _content), default);
        foreach (var file in (await _shop.Names(_shop.Account.Media)).Take(3))
            await _shop.Account.Media.GetBlobClient(file).DeleteAsync();
        await _shop.Processing.Run(await _shop.Drop("again.png", _content), default);
        await IsWhole(Asset);
        Assert.Equal([Asset], await Listed());
    }

    private static async Task<bool> Crashes(Func<Task> work)
    {
        try
        {
            await work();
            return false;
        }
        catch (CrashException)
        {
            return true;
        }
    }

    /// <summary>Does something before the first such request.</summary>
    private Task Once(string method, string path, Func<Task> act)
    {
        var done = 0;
        _watching.Before = request =>
            request.Method.Method == method && request.Uri.Path.Contains(path, StringComparison.Ordinal) && Interlocked.Exchange(ref done, 1) == 0
                ? act()
                : Task.CompletedTask;
        return Task.CompletedTask;
    }

    private async Task IsWhole(string asset)
    {
        var there = await _shop.Assets.Read(asset, default);
        Assert.NotNull(there);
        Assert.True(await _shop.Files.AreAll(there.Asset, default));
    }

    private async Task<List<string>> Listed() =>
        [.. (await _store.Page(MediaAsset.List, new(), default)).Items.Select(entry => entry.Id[^AssetId.Length..])];

    private async Task<(UploadState State, string? Asset)> Status(string name)
    {
        var status = await _shop.Statuses.Read(UploadStatus.IdOf(name), default);
        return (status!.State, status.Asset);
    }
}
