using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Media;
using News.Functions.Tests.Media.Filming;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Media;

/// <summary>kill -9 of the real process at random moments of making a video.</summary>
public class VideoKillTests
{
    private const long MostTemporaryBytes = 64_000_000;
    private static readonly int _rounds = Repository.Soak ? 20 : 2;

    [Fact]
    public async Task One_asset_comes_of_it_and_nothing_is_left_over()
    {
        var temporary = Directory.CreateTempSubdirectory("news-tmp-");
        await using var site = new LocalSiteProcess { Variables = new Dictionary<string, string> { ["TMPDIR"] = temporary.FullName } };
        await site.Start();
        List<(string Id, string Asset)> sent = [];
        var random = new Random(5);
        for (var round = 0; round < _rounds; round++)
        {
            if (sent.Count == 0 || await IsReady(site, sent[^1].Id))
                sent.Add(await Send(site));
            await Until(site, sent[^1].Id, temporary.FullName, random.Next(4));
            await Task.Delay(random.Next(400), TestContext.Current.CancellationToken);
            await site.Kill();
            Assert.True(await Poll.Until(() => Task.FromResult(Processes.In(temporary.FullName).Count == 0)), "an encoder outlives its site");
            Assert.InRange(Bytes(temporary), 0, MostTemporaryBytes);
            await site.Start();
        }

        foreach (var (id, asset) in sent)
            Assert.Equal(asset, (await site.Settled(id))["asset"].Text("asset"));
        Assert.Equal(sent.Select(_ => "clip.mp4"), await Listed(site));
        Assert.True(await Poll.Until(() => Task.FromResult(Bytes(temporary) == 0)), "temporary files are left");
        await site.Kill();
        temporary.Delete(recursive: true);
    }

    /// <summary>A film like no other, and what its asset will be.</summary>
    private static async Task<(string Id, string Asset)> Send(LocalSiteProcess site)
    {
        var film = await SmallFilm.Mp4(20, "640x360");
        var (id, _) = await site.Send(film, "clip.mp4", "video/mp4");
        return (id, Workshop.IdOf(film));
    }

    /// <summary>One of the moments worth dying at: at once, while it is read or encoded, and once it is encoded.</summary>
    private static Task<bool> Until(LocalSiteProcess site, string id, string folder, int moment) => Poll.Until(async () => moment switch
    {
        0 => true,
        1 => Processes.In(folder).Count > 0 || await IsReady(site, id),
        _ => await Progress(site, id) > 0.2 * moment || await IsReady(site, id),
    });

    private static async Task<bool> IsReady(LocalSiteProcess site, string id) => (await Status(site, id)).Text("state") == "ready";

    private static async Task<double> Progress(LocalSiteProcess site, string id) => (await Status(site, id))["progress"]!.GetValue<double>();

    private static async Task<System.Text.Json.Nodes.JsonNode> Status(LocalSiteProcess site, string id)
    {
        using var answer = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/uploads/{id}");
        return System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private static async Task<IEnumerable<string>> Listed(LocalSiteProcess site)
    {
        using var listed = await site.Newsroom(HttpMethod.Get, "/api/newsroom/media?limit=100");
        return System.Text.Json.Nodes.JsonNode.Parse(await listed.Content.ReadAsStringAsync())!["items"]!.AsArray().Select(item => item.Text("fileName"));
    }

    /// <summary>What lies in the folders where files are worked on.</summary>
    private static long Bytes(DirectoryInfo temporary)
    {
        try
        {
            return temporary.EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(file => file.FullName.Contains("news-media", StringComparison.Ordinal) && file.Extension != ".lock").Sum(file => file.Length);
        }
        catch (IOException)
        {
            return long.MaxValue; // something is being removed just now
        }
    }
}
