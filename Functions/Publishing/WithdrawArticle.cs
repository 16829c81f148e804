using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage.Desk;

namespace News.Functions.Publishing;

/// <summary>Takes a published article back: gone from every list, and its slugs say why.</summary>
public sealed class WithdrawArticle(ArticleDesk desk, WorkingVersions versions, TimeProvider time)
{
    [Function(nameof(WithdrawArticle))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/newsroom/articles/{slug}/withdraw")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        // In haste any version will do.
        var precondition = Preconditions.Of(request, starAllowed: true);
        var reason = (await RequestBody.Read(request, NewsJson.Wire.WithdrawRequest, ct)).Check();
        var head = await desk.Change(
            slug, there => there.Withdraw(reason, time.GetUtcNow()), "withdraw", precondition, Editor.Of(request), ct);
        return NewsroomAnswer.Draft(await versions.Of(head, ct));
    }
}
