using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using News.Domain.MostRead;
using News.Functions.Storage;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Sqlite;
using News.Functions.Storage.Views;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.MostRead;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.MostRead;

/// <summary>kill -9 of the real process while readers open articles.</summary>
public class ViewKillTests
{
    private const int Readers = 16;
    private const int ReadersPerAddress = 64;

    // Sketches keep single marks so far.
    private const int MostViews = 600;
    private static readonly int _rounds = Repository.Soak ? 30 : 3;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<(string Slug, IPAddress Address)> _acknowledged = [];
    private readonly Random _random = new(3);
    private int _sent;

    [Fact]
    public async Task Views_that_were_acknowledged_are_all_stored_and_counted_afterwards()
    {
        // Behind a proxy each view can have an address, and so a reader, of its own.
        await using var site = new LocalSiteProcess { Options = ["--empty", "--Http:TrustedProxies=1"] };
        await site.Start();
        await site.Section("moi-truong");
        for (var round = 0; round < _rounds; round++)
        {
            var slug = New.Slug();
            await site.Publish(slug);
            _acknowledged.Clear();
            await KillUnderLoad(site, slug);
            Assert.NotEmpty(_acknowledged);
            var readers = await Stored(site, slug);
            await site.Start();
            await UntilCounted(site, slug, readers);
        }
    }

    private async Task KillUnderLoad(LocalSiteProcess site, string slug)
    {
        var (killAt, killed) = (_random.Next(60, MostViews - Readers), 0);
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Run(async () =>
        {
            while (await Send(site, slug))
            {
                if (_acknowledged.Count >= killAt && Interlocked.Exchange(ref killed, 1) == 0)
                    await site.Kill();
            }
        })));
    }

    /// <summary>False once the process is gone.</summary>
    private async Task<bool> Send(LocalSiteProcess site, string slug)
    {
        var address = new IPAddress([10, .. BitConverter.GetBytes(Interlocked.Increment(ref _sent)).AsSpan(0, 3)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/articles/{slug}/views");
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgents.Firefox);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", $"{address}");
        try
        {
            using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(202, (int)answer.StatusCode);
            _acknowledged.Enqueue((slug, address));
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Looks into the file of the process that is gone for the mark of every reader who was answered.</summary>
    /// <returns>How many readers these are.</returns>
    private async Task<int> Stored(LocalSiteProcess site, string slug)
    {
        await using var store = new SqliteDocumentStore(new(Path.Combine(site.DataFolder, "news.db")), TimeProvider.System);
        var marks = await Marks(store, slug);
        var salts = new DaySalts(store, new(TimeProvider.System));
        var found = 0;
        HashSet<(Day Day, uint Mark)> readers = [];
        foreach (var (_, address) in _acknowledged)
        {
            foreach (var day in marks.Select(mark => mark.Day).Distinct())
            {
                var mark = (day, ReaderMark.Of(await salts.Of(day, default), address, UserAgents.Firefox, ReadersPerAddress));
                if (!marks.Contains(mark))
                    continue;
                found++;
                readers.Add(mark);
            }
        }

        Assert.Equal(_acknowledged.Count, found);
        return readers.Count;
    }

    private static async Task<HashSet<(Day Day, uint Mark)>> Marks(IDocumentStore store, string slug)
    {
        var article = ArticleNumber.Of((await new ArticleReader(store).Slug(slug, default))!.ArticleId);
        var log = new ViewLog(store, NullLogger<ViewLog>.Instance);
        HashSet<(Day Day, uint Mark)> marks = [];
        var now = Hour.Of(TimeProvider.System.GetUtcNow());
        foreach (var hour in Hour.Range(now - 1, now))
        {
            await foreach (var batch in log.Read(hour, null, default))
            {
                if (batch.TryFind(article, out var sketch))
                    marks.UnionWith(sketch.SparseMarks.ToArray().Select(mark => (hour.Day, mark)));
            }
        }

        return marks;
    }

    /// <summary>What was stored but not answered counts too, so there may be more.</summary>
    private static async Task UntilCounted(LocalSiteProcess site, string slug, int readers)
    {
        using var deadline = new CancellationTokenSource(_patience);
        for (var counted = 0; counted < readers;)
        {
            using var answer = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/articles/{slug}/readers");
            counted = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["days"]!.AsArray().Sum(day => day!["readers"]!.GetValue<int>());
            Assert.False(deadline.IsCancellationRequested, $"{counted} of {readers} readers of {slug} are counted");
            await Task.Delay(50);
        }
    }
}
