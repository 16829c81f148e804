using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http.Requests;
using News.Functions.Storage.Articles;

namespace News.Functions.Newsroom;

/// <summary>The working version goes out to readers.</summary>
public sealed class PublishArticle(ArticleDesk desk, DraftAnswers answers)
{
    [Function(nameof(PublishArticle))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/newsroom/articles/{slug}/publish")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        var precondition = Preconditions.Of(request);
        var publish = (await RequestBody.Read(request, NewsJson.Wire.PublishRequest, ct)).Check();
        var head = await desk.Publish(slug, publish.Correction, precondition, Editor.Of(request), ct);
        return await answers.Of(head, ct);
    }
}
