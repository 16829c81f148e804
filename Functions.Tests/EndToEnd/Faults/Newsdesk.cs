using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Faults;

/// <summary>Editors who save their drafts over and over, and remember what they were told is saved.</summary>
public sealed class Newsdesk(RunningSite site, int editors)
{
    private readonly ConcurrentDictionary<string, (int Saved, int Tried)> _drafts = new();
    private int _accepted;
    private int _refused;

    /// <summary>Writes that were acknowledged.</summary>
    public int Accepted => _accepted;

    /// <summary>Writes that were told to come back.</summary>
    public int Refused => _refused;

    /// <summary>Each saves without a pause until told to stop.</summary>
    public Task Work(CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, editors).Select(_ => Task.Run(() => Edit(New.Slug(), stop), TestContext.Current.CancellationToken)));

    /// <summary>Every draft is there as it was last acknowledged, or as somebody tried to make it afterwards.</summary>
    public async Task CheckNothingIsLost()
    {
        foreach (var (slug, (saved, tried)) in _drafts)
        {
            using var answer = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/articles/{slug}");
            Assert.True((int)answer.StatusCode == 200, $"{slug}, saved {saved} times: {(int)answer.StatusCode}");
            var title = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.Text("title");
            Assert.InRange(int.Parse(title.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture), saved, tried);
        }
    }

    private async Task Edit(string slug, CancellationToken stop)
    {
        string? etag = null;
        for (var version = 1; !stop.IsCancellationRequested; version++)
        {
            using var answer = await site.Newsroom(HttpMethod.Put, $"/api/newsroom/articles/{slug}", Sample.Draft() with { Title = $"Bài {version}" }, etag, create: etag is null);
            var status = (int)answer.StatusCode;
            if (status is 200 or 201)
            {
                etag = answer.Headers.ETag!.ToString();
                _drafts[slug] = (version, version);
                Interlocked.Increment(ref _accepted);
                continue;
            }

            if (_drafts.TryGetValue(slug, out var known))
                _drafts[slug] = (known.Saved, version);
            if (status == 503)
            {
                await Problems.Refused(answer, 503, "unavailable");
                Assert.NotNull(answer.Headers.RetryAfter);
                Interlocked.Increment(ref _refused);
            }
            else
            {
                // What nobody could acknowledge had been saved: the editor reads it back.
                Assert.True(status is 412 or 409, $"{status}");
                etag = await Reread(slug) ?? etag;
            }
        }
    }

    private async Task<string?> Reread(string slug)
    {
        using var answer = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/articles/{slug}");
        return answer.Headers.ETag?.ToString();
    }
}
