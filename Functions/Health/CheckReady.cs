using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http;

namespace News.Functions.Health;

/// <summary>Whether the site can serve: 200, or 503 with what it waits for.</summary>
public sealed class CheckReady(IEnumerable<ReadinessCheck> checks, TimeProvider time)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    [Function(nameof(CheckReady))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health/ready")] HttpRequest request, CancellationToken ct)
    {
        var answers = await Task.WhenAll(checks.Select(async check => (check.Name, Ready: await Ask(check, ct))));
        List<string> waiting = [.. answers.Where(answer => !answer.Ready).Select(answer => answer.Name)];
        var report = new HealthReport(waiting.Count == 0 ? "ready" : "not ready", waiting);
        return NewsroomAnswer.Json(report, NewsJson.Wire.HealthReport, status: waiting.Count == 0 ? 200 : 503);
    }

    private async Task<bool> Ask(ReadinessCheck check, CancellationToken ct)
    {
        try
        {
            return await check.IsReady(ct).AsTask().WaitAsync(_patience, time, ct);
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
