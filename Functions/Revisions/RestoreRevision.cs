using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage.Desk;

namespace News.Functions.Revisions;

/// <summary>The content of an earlier version becomes the working one; that is a new version, and nothing in between is lost.</summary>
public sealed class RestoreRevision(ArticleDesk desk, WorkingVersions versions)
{
    [Function(nameof(RestoreRevision))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/newsroom/articles/{slug}/revisions/{n}/restore")] HttpRequest request,
        string slug,
        string n,
        CancellationToken ct)
    {
        var precondition = Preconditions.Of(request);
        var head = await desk.Restore(slug, VersionNumber.Parse(n), precondition, Editor.Of(request), ct);
        return NewsroomAnswer.Draft(await versions.Of(head, ct));
    }
}
