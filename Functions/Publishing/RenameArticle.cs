using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage.Desk;

namespace News.Functions.Publishing;

/// <summary>Gives an article another slug; the old one leads to it for ever.</summary>
public sealed class RenameArticle(ArticleDesk desk, WorkingVersions versions)
{
    [Function(nameof(RenameArticle))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/newsroom/articles/{slug}/rename")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        var precondition = Preconditions.Of(request);
        var wanted = await RequestBody.Read(request, NewsJson.Wire.RenameRequest, ct);
        var head = await desk.Rename(slug, wanted.Slug, precondition, Editor.Of(request), ct);
        return NewsroomAnswer.Draft(await versions.Of(head, ct));
    }
}
