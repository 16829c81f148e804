using System.Buffers.Text;
using System.Text.Json;
using News.Domain.Articles;
using News.Domain.Lists;
using News.Domain.Projection;
using News.Functions.Pages;
using News.Functions.Reading;
using News.Functions.Storage;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Reading;

/// <summary>Writers change articles while readers hammer them: whoever starts after a write was acknowledged sees it.</summary>
public class ReadingRaceTests
{
    private const int Articles = 24;
    private const int Readers = 6;
    private const int LeastWrites = 20 * Articles;
    private static readonly byte[] _mark = [.. "Bản "u8];
    private static readonly long _reads = Repository.Soak ? 100_000_000 : 2_000_000;

    private readonly int[] _acknowledged = new int[Articles];
    private long _read;
    private long _written;
    private long _stale;

    /// <summary>Room for all, and room for a few, so that entries come and go all the time.</summary>
    [Theory]
    [InlineData(96_000_000)]
    [InlineData(60_000)]
    public async Task No_reader_who_starts_after_a_write_sees_what_was_before(long room)
    {
        await using var site = new TestSite(store => new SlowStore(store), room);
        for (var i = 0; i < Articles; i++)
            await Write(site, i, 0);
        using var done = new CancellationTokenSource();
        var writing = Enumerable.Range(0, 2).Select(writer => Task.Run(() => KeepWriting(site, writer, done.Token))).ToList();
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(reader => Task.Run(() => KeepReading(site, new Random(reader)))));
        await done.CancelAsync();
        await Task.WhenAll(writing);
        Assert.Equal(0, _stale);
    }

    private async Task KeepWriting(TestSite site, int writer, CancellationToken done)
    {
        for (var version = 1; !done.IsCancellationRequested; version++)
        {
            for (var i = writer; i < Articles; i += 2)
                await Write(site, i, version);
            Interlocked.Add(ref _written, Articles / 2);
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        }
    }

    private async Task KeepReading(TestSite site, Random random)
    {
        var articles = site.Get<ReadableArticles>();
        var pages = site.Get<ArticlePages>();
        while (Interlocked.Increment(ref _read) <= _reads / 2 || Interlocked.Read(ref _written) < LeastWrites)
        {
            // Readers that never wait would starve the writers of a machine with few cores.
            if (_read % 1024 == 0)
                await Task.Yield();
            var i = random.Next(Articles);
            var least = Volatile.Read(ref _acknowledged[i]);
            var found = random.Next(4) == 0 ? await pages.Find(Slug(i), default) : await articles.Find(Slug(i), default);
            if (VersionOf(((ReadableArticle.Live)found!).Answer.Body.Plain.Parts) < least)
                Interlocked.Increment(ref _stale);
        }
    }

    private async Task Write(TestSite site, int i, int version)
    {
        var content = Sample.Content($"Bản {version}.");
        var article = new PublishedArticle($"{i:D32}", Slug(i), new(1, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, []), content);
        var answer = new SlugAnswer(article.Id, SlugState.Live, Article: article);
        var store = site.Get<IDocumentStore>();
        await store.Commit(SlugAnswer.Partition(Slug(i)), [Change.Put(SlugAnswer.DocumentId, JsonSerializer.SerializeToUtf8Bytes(answer, NewsJson.Wire.SlugAnswer))], default);
        var card = JsonSerializer.SerializeToUtf8Bytes(CardEntry.Of(article), NewsJson.Wire.CardEntry);
        await store.Commit(Feed.Section(content.Section), [Change.Put(Feed.EntryId(article.Publication.At, article.Id), card)], default);
        Volatile.Write(ref _acknowledged[i], version);
    }

    private static string Slug(int i) => $"bai-so-{i}";

    /// <summary>Of the article itself: its title stands before any card.</summary>
    private static int VersionOf(IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        foreach (var part in parts)
        {
            if (part.Span.IndexOf(_mark) is >= 0 and var at
                && Utf8Parser.TryParse(part.Span[(at + _mark.Length)..], out int version, out _))
                return version;
        }

        return -1;
    }
}
