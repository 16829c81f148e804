using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using News.Domain.Media.Uploads;
using News.Functions.Storage;
using News.Functions.Tests.Media.Filming;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Media.Videos;

/// <summary>What is told of an upload while a video is made of it.</summary>
public sealed class ProgressTests(TestAzurite azurite)
{
    [Fact]
    public async Task Moves_forward_and_tells_the_time_left()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var store = new Overheard(new MemoryStore(time), time);
        using var shop = new Workshop(await azurite.Account(), store, time);
        await shop.Account.CreateMissing(default);
        await shop.Processing.Run(await shop.Drop("clip.mp4", await SmallFilm.Mp4(60, "320x180")), default);
        var told = store.Told.Where(status => status.State == UploadState.Processing).Select(status => status.Progress).ToList();
        Assert.Equal(told.Order(), told);
        Assert.True(told.Count(share => share is > 0.1 and < 0.84) >= 3, string.Join(' ', told));
        Assert.Contains(store.Left, seconds => seconds > 0);
        Assert.Equal((UploadState.Ready, 1.0), (store.Told[^1].State, store.Told[^1].Progress));
    }

    /// <summary>Keeps every status that is written, and lets ten seconds pass at each.</summary>
    private sealed class Overheard(IDocumentStore inner, FakeTimeProvider time) : IDocumentStore
    {
        public List<UploadStatus> Told { get; } = [];

        public List<double?> Left { get; } = [];

        public ValueTask<Document?> Read(string pk, string id, CancellationToken ct) => inner.Read(pk, id, ct);

        public ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct) => inner.Page(pk, range, ct);

        public ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct)
        {
            if (changes[0] is { Id: UploadStatus.DocumentId, Body: { } body })
            {
                var status = JsonSerializer.Deserialize(body.Span, NewsJson.Wire.UploadStatus)!;
                Told.Add(status);
                Left.Add(status.SecondsLeft(time.GetUtcNow()));
                time.Advance(TimeSpan.FromSeconds(10));
            }

            return inner.Commit(pk, changes, ct);
        }
    }
}
