using System.Text.Json;
using News.Domain;
using News.Domain.Articles;
using News.Functions.Storage;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Faults;
using News.Functions.Storage.Sqlite;
using News.Functions.Tests.Support;
using Xunit;
using Paragraph = News.Domain.Blocks.Block.Paragraph;

namespace News.Functions.Tests.Storage;

public sealed class ArticleWriterTests : IDisposable
{
    private const int Writers = 50;
    private const string Slug = "bai-viet";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Fifty_writers_who_try_until_they_win_leave_fifty_versions_complete()
    {
        await using var store = new SqliteDocumentStore(new(_folder.File("news.db")), TimeProvider.System);
        var desk = new Desk(store, TimeProvider.System);
        await desk.Site.PutSection(new("moi-truong", "Môi trường", 1, 0), new Precondition.Create(), default);
        var (first, _) = await desk.Articles.Save(Slug, Sample.Draft(), new Precondition.Create(), "0", default);
        await Task.WhenAll(Enumerable.Range(1, Writers).Select(n => Task.Run(() => SaveUntilItWins(desk, n))));

        var head = (await desk.Reader.Head(first.Id, default))!.Head;
        Assert.Equal((Writers + 1, 0), (head.Version, head.Pending.Count));
        List<string?> by = [];
        for (var version = 1; version <= head.Version; version++)
        {
            var log = await store.Read(ArticleKeys.Partition(head.Id), ArticleKeys.Log(version), default);
            var entry = JsonSerializer.Deserialize(log!.Body.Span, NewsJson.Wire.LogEntry)!;
            by.Add(entry.By);
            if (version > 1)
                Assert.Equal($"Bản {entry.By}", (await desk.Reader.Content(head.Id, version, default)).Title);
        }

        Assert.Equal(Enumerable.Range(0, Writers + 1).Select(n => $"{n}").Order(), by.Order());
        Assert.Empty((await store.Page(Intent.Partition, new PageRange(), default)).Items);
    }

    [Fact]
    public async Task What_could_not_be_shown_to_readers_is_not_published_and_stops_nobody()
    {
        await using var store = new SqliteDocumentStore(new(_folder.File("news.db")), TimeProvider.System);
        var desk = new Desk(store, TimeProvider.System);
        await desk.Site.PutSection(new("moi-truong", "Môi trường", 1, 0), new Precondition.Create(), default);
        // Each & is ten bytes once stored, so this content just fits and leaves no room for the correction.
        var large = Sample.Draft() with { Blocks = [new Paragraph(new string('&', 74_900)), new Paragraph(new string('&', 74_900))] };
        await desk.Articles.Save(Slug, large, new Precondition.Create(), null, default);
        var correction = new string('&', 1_900);
        await Assert.ThrowsAsync<CommitTooLargeException>(() => desk.Articles.Publish(Slug, correction, new Precondition.Exists(), null, default));
        Assert.Equal((ArticleState.Draft, 1), ((await desk.Articles.Find(Slug, default)).State, (await desk.Articles.Find(Slug, default)).Version));
        Assert.Empty((await store.Page(Intent.Partition, new PageRange(), default)).Items);
    }

    [Fact]
    public async Task Slug_of_an_article_too_large_to_store_is_free_at_once()
    {
        await using var store = new SqliteDocumentStore(new(_folder.File("news.db")), TimeProvider.System);
        var desk = new Desk(store, TimeProvider.System);
        await desk.Site.PutSection(new("moi-truong", "Môi trường", 1, 0), new Precondition.Create(), default);
        var large = Sample.Draft() with { Blocks = [.. Enumerable.Repeat(new Paragraph(new string('&', 90_000)), 3)] };
        await Assert.ThrowsAsync<CommitTooLargeException>(() => desk.Articles.Save(Slug, large, new Precondition.Create(), null, default));
        var (head, created) = await desk.Articles.Save(Slug, Sample.Draft(), new Precondition.Create(), null, default);
        Assert.True(created && head.Version == 1);
    }

    private static async Task SaveUntilItWins(Desk desk, int writer)
    {
        while (true)
        {
            var seen = await desk.Articles.Find(Slug, default);
            try
            {
                await desk.Articles.Save(Slug, Sample.Draft($"Bản {writer}"), new Precondition.Match(seen.ETag), $"{writer}", default);
                return;
            }
            catch (Failure failure) when (failure.Code == FailureCode.Stale)
            {
                // Somebody else won this version; look again.
            }
        }
    }
}
