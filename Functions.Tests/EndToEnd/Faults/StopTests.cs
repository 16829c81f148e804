using System.Text.Json;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Sqlite;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Faults;

/// <summary>SIGTERM, as every new version and every scale-in sends it, while two hundred requests are in flight.</summary>
public class StopTests
{
    private const int InFlight = 200;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string[] _slugs = [.. Enumerable.Range(0, InFlight).Select(_ => New.Slug())];
    private int _asked;

    [Fact]
    public async Task Local_host_answers_them_all()
    {
        await using var site = new LocalSiteProcess();
        await Check(site, site.Stop, site.DataFolder);
    }

    [Fact]
    public async Task Worker_answers_them_all()
    {
        await using var site = new WorkerSiteProcess();
        await Check(site, () => site.Host.Terminate(), site.DataFolder);
    }

    private async Task Check(RunningSite site, Func<Task<int>> stop, string folder)
    {
        await site.Ready();
        await site.Section("moi-truong");
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = _patience }) { BaseAddress = site.Client.BaseAddress };
        var sending = Task.WhenAll(_slugs.Select(slug => Create(client, site.Key, slug)));
        Assert.True(await Poll.Until(() => Task.FromResult(_asked == InFlight || sending.IsFaulted)), $"{_asked}");
        var stopping = stop();
        Assert.True(await Poll.Until(() => Task.FromResult(HasHeard(site))));
        _gate.SetResult();
        var statuses = await sending;
        Assert.All(statuses, status => Assert.Equal(201, status));
        Assert.Equal(0, await stopping);
        await using var store = new SqliteDocumentStore(new(Path.Combine(folder, "news.db")), TimeProvider.System);
        foreach (var slug in _slugs)
            Assert.NotNull(await new ArticleReader(store).Slug(slug, default));
    }

    private async Task<int> Create(HttpClient client, string key, string slug)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/newsroom/articles/{slug}");
        request.Headers.Add("x-functions-key", key);
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        request.Headers.ExpectContinue = true;
        request.Content = new HeldContent(JsonSerializer.Serialize(Sample.Draft(), NewsJson.Wire.ArticleDraft), _gate.Task, () => Interlocked.Increment(ref _asked));
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        await answer.Content.ReadAsByteArrayAsync();
        return (int)answer.StatusCode;
    }

    /// <summary>Whether the process has begun to stop.</summary>
    private static bool HasHeard(RunningSite site) => site switch
    {
        WorkerSiteProcess worker => worker.Host.Output.Contains("Application is shutting down", StringComparison.Ordinal),
        _ => Refuses(site.Client.BaseAddress!),
    };

    private static bool Refuses(Uri address)
    {
        try
        {
            using var connection = new System.Net.Sockets.TcpClient(address.Host, address.Port);
            return false;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return true;
        }
    }
}
