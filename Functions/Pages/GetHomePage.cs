using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace News.Functions.Pages;

/// <summary>The front page: what the newsroom pinned, and the newest of every section.</summary>
public sealed class GetHomePage(HomePage page)
{
    [Function(nameof(GetHomePage))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/pages/home")] HttpRequest request, CancellationToken ct) =>
        await page.Ready(ct);
}
