using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage.Desk;

namespace News.Functions.Publishing;

/// <summary>What was scheduled stays where it is.</summary>
public sealed class CancelSchedule(ArticleDesk desk, WorkingVersions versions, TimeProvider time)
{
    [Function(nameof(CancelSchedule))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "api/newsroom/articles/{slug}/schedule")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        var precondition = Preconditions.Of(request);
        var head = await desk.Change(
            slug, there => there.CancelSchedule(time.GetUtcNow()), "cancel schedule", precondition, Editor.Of(request), ct);
        return NewsroomAnswer.Draft(await versions.Of(head, ct));
    }
}
