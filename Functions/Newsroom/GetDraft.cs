using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http;
using News.Functions.Storage.Desk;

namespace News.Functions.Newsroom;

/// <summary>The working version of an article.</summary>
public sealed class GetDraft(ArticleDesk desk, WorkingVersions versions)
{
    [Function(nameof(GetDraft))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/newsroom/articles/{slug}")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        var head = await desk.Find(slug, ct);
        return head.Slug == slug
            ? NewsroomAnswer.Draft(await versions.Of(head, ct))
            : new MovedAnswer($"/api/newsroom/articles/{head.Slug}", CachePolicy.NoStore);
    }
}
