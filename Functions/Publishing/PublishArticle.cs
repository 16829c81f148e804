using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage.Desk;

namespace News.Functions.Publishing;

/// <summary>The working version goes out to readers, now or when it falls due.</summary>
public sealed class PublishArticle(ArticleDesk desk, WorkingVersions versions, TimeProvider time)
{
    [Function(nameof(PublishArticle))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/newsroom/articles/{slug}/publish")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        var precondition = Preconditions.Of(request);
        var (correction, due) = (await RequestBody.Read(request, NewsJson.Wire.PublishRequest, ct)).Check(time.GetUtcNow());
        var head = due is { } at
            ? await desk.Change(slug, there => there.Schedule(at, time.GetUtcNow()), "schedule", precondition, Editor.Of(request), ct)
            : await desk.Publish(slug, correction, precondition, Editor.Of(request), ct);
        return NewsroomAnswer.Draft(await versions.Of(head, ct));
    }
}
