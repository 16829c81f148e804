using System.Diagnostics;
using News.Functions.Tests.EndToEnd.Media;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Media;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Faults;

/// <summary>Blob storage is away: articles go on, what needs files is told to come back, and what was dropped before is made afterwards.</summary>
public class BlobOutageTests(TestAzurite azurite)
{
    private const int Least = 50;
    private static readonly TimeSpan _outage = Repository.Soak ? TimeSpan.FromSeconds(60) : TimeSpan.Zero;
    private static readonly TimeSpan _recovery = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Articles_go_on_and_files_wait()
    {
        var account = await azurite.Account();
        var port = new Uri(account.Split("BlobEndpoint=")[1].TrimEnd(';')).Port;
        await using var line = new CutLine(port);
        await using var site = new OutageSite(account.Replace($":{port}/", $":{line.Port}/", StringComparison.Ordinal));
        await site.Ready();
        Assert.True(await Poll.Until(site.IsComplete));
        await site.Section("moi-truong");
        var (read, asset) = (New.Slug(), await site.Add(SmallPicture.Png()));
        await site.Publish(read);

        line.Cut();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Least || Stopwatch.GetElapsedTime(start) < _outage; i++)
        {
            Assert.Equal(200, await site.Status($"/api/pages/articles/{read}"));
            if (i % 10 == 0)
                await site.Publish(New.Slug(), Sample.Draft() with { Cover = new(asset) });
        }

        Assert.Equal(200, await site.Status("/health/ready"));
        Assert.False(await site.IsComplete());
        var unused = await site.Newsroom(HttpMethod.Delete, $"/api/newsroom/media/{asset}");
        Assert.Equal(409, (int)unused.StatusCode);

        line.Mend();
        start = Stopwatch.GetTimestamp();
        Assert.True(await Poll.Until(site.IsComplete));
        Assert.True(!Repository.Soak || Stopwatch.GetElapsedTime(start) <= _recovery);
        await site.Add(SmallPicture.Png(40, 30));
    }

    [Fact]
    public async Task What_needs_files_is_told_to_come_back()
    {
        var account = await azurite.Account();
        var port = new Uri(account.Split("BlobEndpoint=")[1].TrimEnd(';')).Port;
        await using var line = new CutLine(port);
        await using var site = new OutageSite(account.Replace($":{port}/", $":{line.Port}/", StringComparison.Ordinal));
        await site.Ready();
        var asset = await site.Add(SmallPicture.Png());
        line.Cut();
        using (var refused = await site.Newsroom(HttpMethod.Delete, $"/api/newsroom/media/{asset}"))
        {
            await Problems.Refused(refused, 503, "unavailable");
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        line.Mend();
        Assert.True(await Poll.Until(async () => (int)(await site.Newsroom(HttpMethod.Delete, $"/api/newsroom/media/{asset}")).StatusCode is 204 or 404));
    }
}
