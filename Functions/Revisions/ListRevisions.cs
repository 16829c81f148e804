using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain.Lists;
using News.Domain.Reading;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Desk;

namespace News.Functions.Revisions;

/// <summary>Every version of an article: what was done, by whom and when.</summary>
public sealed class ListRevisions(ArticleDesk desk, IDocumentStore store, SiteAddress address)
{
    [Function(nameof(ListRevisions))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/newsroom/articles/{slug}/revisions")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        var head = await desk.Find(slug, ct);
        if (head.Slug != slug)
            return new MovedAnswer($"/api/newsroom/articles/{head.Slug}/revisions", CachePolicy.NoStore);
        var list = ArticleKeys.Partition(head.Id);
        var paging = Paging.Of(request.Query, list);
        var range = new PageRange(ArticleKeys.LogPrefix, paging.After ?? ArticleKeys.AfterLogs, Backward: true, paging.Limit);
        var page = await store.Page(list, range, ct);
        var items = page.Items.Select(document => JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.LogEntry)!).Select(RevisionList.Saved.Of);
        var cursor = page.More ? Cursor.After(list, page.Items[^1].Id) : null;
        var link = cursor is null ? null : Paging.NextUrl(request, address.BaseUrl, cursor);
        return NewsroomAnswer.Json(new RevisionList([.. items], cursor), NewsJson.Wire.RevisionList, head.ETag, next: link);
    }
}
