using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage.Desk;

namespace News.Functions.Newsroom;

/// <summary>Removes an article that was never published, with all its versions; its slugs are free again.</summary>
public sealed class DeleteDraft(ArticleDesk desk, TimeProvider time)
{
    [Function(nameof(DeleteDraft))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "api/newsroom/articles/{slug}")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        var precondition = Preconditions.Of(request);
        await desk.Change(slug, there => there.Delete(time.GetUtcNow()), "delete", precondition, Editor.Of(request), ct);
        return new EmptyAnswer();
    }
}
