using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage.Desk;

namespace News.Functions.Newsroom;

/// <summary>Creates an article or replaces its working version; readers keep what was published until it is published again.</summary>
public sealed class PutArticle(ArticleDesk desk, WorkingVersions versions)
{
    [Function(nameof(PutArticle))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/newsroom/articles/{slug}")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        var precondition = Preconditions.Of(request);
        var draft = await RequestBody.Read(request, NewsJson.Wire.ArticleDraft, ct);
        var (head, created) = await desk.Save(slug, draft, precondition, Editor.Of(request), ct, Paging.Parameter(request.Query, "autosave") == "true");
        return NewsroomAnswer.Draft(await versions.Of(head, ct), created);
    }
}
