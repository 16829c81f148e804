using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain.Articles;
using News.Domain.Blocks;
using News.Domain.Drafts;
using News.Functions.Http;
using News.Functions.Reading;
using News.Functions.Storage.Articles;

namespace News.Functions.Previews;

/// <summary>The working version behind a signed link, as readers would get it; a link that is not good any more is 404.</summary>
public sealed class Preview(ArticleReader articles, Presenters presenters, PreviewSecret secret, TimeProvider time)
{
    [Function(nameof(Preview))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/previews/{token}")] HttpRequest request,
        string token,
        CancellationToken ct)
    {
        var id = PreviewToken.Open(token, time.GetUtcNow(), await secret.Get(ct));
        var head = id is null ? null : (await articles.Head(id, ct))?.Head;
        return head is null or { State: ArticleState.Deleted }
            ? new UnlistedAnswer(Problem.Of(new(Domain.FailureCode.NotFound, "This link is not good, or not any more. Ask for a new one.")))
            : await Show(head, ct);
    }

    private async Task<IResult> Show(ArticleHead head, CancellationToken ct)
    {
        var content = await articles.WithPictures(await articles.Content(head.Id, head.Revision, ct), ct);
        var at = head.Published?.At ?? head.ScheduledAt ?? head.ChangedAt;
        var publication = new Publication(head.Revision, at, head.ChangedAt, head.Published?.Corrections ?? []);
        var related = await articles.Cards(RelatedArticles.Of(content.Blocks), ct);
        var view = (await presenters.Now(ct)).Article(new(head.Id, head.Slug, publication, content), related, whole: true);
        return new UnlistedAnswer(NewsroomAnswer.Json(view, NewsJson.Wire.ArticleView));
    }
}
