using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http;

namespace News.Functions.Health;

/// <summary>Whether readers can be served: 200, or 503; and what the site waits for.</summary>
public sealed class CheckReady(IEnumerable<ReadinessCheck> checks, TimeProvider time)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    [Function(nameof(CheckReady))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health/ready")] HttpRequest request, CancellationToken ct)
    {
        var answers = await Task.WhenAll(checks.Select(async check => (Check: check, Ready: await Ask(check, ct))));
        List<ReadinessCheck> waiting = [.. answers.Where(answer => !answer.Ready).Select(answer => answer.Check)];
        var serves = !waiting.Any(check => check.ForReaders);
        var report = new HealthReport(serves ? "ready" : "not ready", [.. waiting.Select(check => check.Name)]);
        return NewsroomAnswer.Json(report, NewsJson.Wire.HealthReport, status: serves ? 200 : 503);
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
