using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http;

namespace News.Functions.Health;

/// <summary>Whether the process answers at all.</summary>
public sealed class CheckLive
{
    [Function(nameof(CheckLive))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health/live")] HttpRequest request) =>
        NewsroomAnswer.Json(new HealthReport("live", []), NewsJson.Wire.HealthReport);
}
