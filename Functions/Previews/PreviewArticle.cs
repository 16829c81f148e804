using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain.Drafts;
using News.Domain.Reading;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage.Desk;

namespace News.Functions.Previews;

/// <summary>Makes a link by which anyone who has it reads the working version for a while.</summary>
public sealed class PreviewArticle(ArticleDesk desk, PreviewSecret secret, SiteAddress address, TimeProvider time)
{
    [Function(nameof(PreviewArticle))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/newsroom/articles/{slug}/preview")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        var wanted = await RequestBody.Read(request, NewsJson.Wire.PreviewRequest, ct);
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds((time.GetUtcNow() + wanted.Check()).ToUnixTimeSeconds());
        var head = await desk.Find(slug, ct);
        var token = PreviewToken.Make(head.Id, expiresAt, await secret.Get(ct));
        return NewsroomAnswer.Json(new PreviewLink($"{address.BaseUrl}/api/previews/{token}", expiresAt), NewsJson.Wire.PreviewLink, head.ETag);
    }
}
