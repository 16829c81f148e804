using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain;
using News.Domain.Articles;
using News.Domain.Drafts;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Desk;

namespace News.Functions.Revisions;

/// <summary>One version of an article; with <c>against</c>, what differs from another.</summary>
public sealed class GetRevision(ArticleDesk desk, ArticleReader articles, WorkingVersions versions)
{
    [Function(nameof(GetRevision))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/newsroom/articles/{slug}/revisions/{n}")] HttpRequest request,
        string slug,
        string n,
        CancellationToken ct)
    {
        var head = await desk.Find(slug, ct);
        if (head.Slug != slug)
            return new MovedAnswer($"/api/newsroom/articles/{head.Slug}/revisions/{n}", CachePolicy.NoStore);
        var (log, article) = await Read(head, VersionNumber.Parse(n), ct);
        var view = new RevisionView(RevisionList.Saved.Of(log), article, null, null, null);
        if (Paging.Parameter(request.Query, "against") is { } against)
            view = await Compare(view, head, VersionNumber.Parse(against, "against"), ct);
        return NewsroomAnswer.Json(view, NewsJson.Wire.RevisionView, head.ETag);
    }

    private async Task<RevisionView> Compare(RevisionView view, ArticleHead head, int against, CancellationToken ct)
    {
        var (_, other) = await Read(head, against, ct);
        return view with
        {
            Against = against,
            Fields = RevisionDiff.Fields(other, view.Article),
            Blocks = RevisionDiff.Blocks(other, view.Article),
        };
    }

    private async Task<(LogEntry Log, JsonObject Article)> Read(ArticleHead head, int version, CancellationToken ct)
    {
        var log = await articles.Log(head.Id, version, ct)
            ?? throw new Failure(FailureCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"The article {head.Slug} has no version {version}."));
        ArticleDraft draft = await versions.Of(head, await articles.Content(head.Id, log.Revision, ct), ct);
        return (log, JsonSerializer.SerializeToNode(draft, NewsJson.Wire.ArticleDraft)!.AsObject());
    }
}
