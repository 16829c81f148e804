using System.Diagnostics;
using News.Functions.Tests.EndToEnd.Sites;
using Xunit;

namespace News.Functions.Tests.Telemetry;

/// <summary>What a running site tells a collector, and what it does not.</summary>
public class TelemetryTests
{
    private const string Secret = "khoa-bi-mat-4711";

    [Fact]
    public async Task Local_host_tells_of_functions_store_calls_and_itself()
    {
        await using var collector = new Collector();
        await using var site = new LocalSiteProcess
        {
            Options = ["--empty"],
            Variables = new Dictionary<string, string>(await collector.Variables()) { ["Uploads__Schedule"] = "" },
        };
        await site.Ready();
        await Check(site, collector, "Timer {Function} is off");
    }

    [Fact]
    public async Task Worker_tells_of_functions_store_calls_and_itself()
    {
        await using var collector = new Collector();
        await using var site = new TracedWorker(await collector.Variables());
        await site.Ready();
        await Check(site, collector, "Application started");
    }

    private static async Task Check(RunningSite site, Collector collector, string logged)
    {
        var trace = ActivityTraceId.CreateRandom();
        var id = Convert.FromHexString(trace.ToHexString());
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/articles/khong-co?code={Secret}&sig={Secret}");
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        request.Headers.Add("X-Forwarded-For", "198.51.100.77");
        request.Headers.UserAgent.ParseAdd("Trinh-duyet/1.0");
        using var answer = await site.Client.SendAsync(request);
        var told = await Poll.Until(() => Task.FromResult(
            collector.Count("traces", "GetArticle") > 0 && collector.Count("traces", id) >= Spans(site)
            && collector.Count("metrics", "dotnet.gc.collections") > 0 && collector.Count("logs", logged) > 0));
        Assert.True(told, $"{collector.Count("traces", "GetArticle")} {collector.Count("traces", id)} {collector.Count("metrics", "dotnet.")} {collector.Count("logs", logged)}");
        Assert.True(collector.Count("traces", "store.read") > 0);
        Assert.DoesNotContain(Secret, site is WorkerSiteProcess worker ? worker.Host.Output : ((LocalSiteProcess)site).Output, StringComparison.Ordinal);
        Assert.All(new[] { Secret, "198.51.100.77", "Trinh-duyet", "khong-co", site.Key }, text => Assert.Equal(0, collector.Count(null, text)));
    }

    /// <summary>The function and its one read of the store; the worker is told of the caller by the Functions host alone.</summary>
    private static int Spans(RunningSite site) => site is TracedWorker ? 0 : 2;

    private sealed class TracedWorker(IReadOnlyDictionary<string, string> variables) : WorkerSiteProcess
    {
        protected override IReadOnlyDictionary<string, string> Store => new Dictionary<string, string>(base.Store.Concat(variables));
    }
}
