using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http;

namespace News.Functions.Fallback;

/// <summary>Answers the question browsers ask before a read with headers of its own; the newsroom stays closed to other origins.</summary>
public sealed class Preflight
{
    [Function(nameof(Preflight))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/{*path}")] HttpRequest request) =>
        new PreflightAnswer();
}
