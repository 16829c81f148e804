using News.Functions.Publishing;
using News.Functions.Tests.EndToEnd.Sites;
using Xunit;

namespace News.Functions.Tests.Worker;

/// <summary>A worker that knows its Front Door answers nobody who came past it.</summary>
public class DoorTests
{
    private const string Door = "5f8c1a52-3a6e-4f0b-9f5a-0c2d1e7b8a90";

    [Fact]
    public async Task Only_what_the_door_has_marked_is_answered()
    {
        await using var site = new WorkerBehindDoor();
        await site.Ready();
        using (var refused = await site.Client.GetAsync("/api/articles", TestContext.Current.CancellationToken))
            await Problems.Refused(refused, 403, "wrong-door");
        site.Client.DefaultRequestHeaders.Add("X-Azure-FDID", "11111111-1111-1111-1111-111111111111");
        Assert.Equal(403, await site.Status("/api/articles"));
        site.Client.DefaultRequestHeaders.Remove("X-Azure-FDID");
        site.Client.DefaultRequestHeaders.Add("X-Azure-FDID", Door);
        Assert.Equal(200, await site.Status("/api/articles"));
        Assert.True((await site.Host.InvokeTimer(nameof(RepairProjections))).Succeeded);
    }

    private sealed class WorkerBehindDoor : WorkerSiteProcess
    {
        protected override IReadOnlyDictionary<string, string> Store => new Dictionary<string, string>(base.Store) { ["Http__FrontDoorId"] = Door };
    }
}
