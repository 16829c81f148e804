using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain.Lists;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage.Articles;

namespace News.Functions.Publishing;

/// <summary>Writes every slug document and list anew from the articles; what takes longer than one call goes on with <c>next</c>.</summary>
public sealed class RebuildProjections(Rebuild rebuild, TimeProvider time)
{
    private const string List = "rebuild";
    private const string ListsPhase = "lists";
    private const string ArticlePrefix = "a-";
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(120);

    [Function(nameof(RebuildProjections))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/newsroom/rebuild")] HttpRequest request, CancellationToken ct)
    {
        var after = Cursor.Parse(Paging.Parameter(request.Query, "cursor"), List);
        var until = time.GetUtcNow() + _limit;
        var report = after is null || after.StartsWith(ArticlePrefix, StringComparison.Ordinal)
            ? await Articles(after?[ArticlePrefix.Length..], until, ct)
            : new RebuildReport(0, 0, 0, ListsPhase);
        if (report.Next is null or ListsPhase)
            report = await Lists(report, until, ct);
        return NewsroomAnswer.Json(report with { Next = report.Next is null ? null : Cursor.After(List, report.Next) }, NewsJson.Wire.RebuildReport);
    }

    private async Task<RebuildReport> Articles(string? after, DateTimeOffset until, CancellationToken ct)
    {
        var articles = 0;
        do
            after = await rebuild.Articles(after, count => articles += count, ct);
        while (after is not null && time.GetUtcNow() < until);
        return new(articles, 0, 0, after is null ? null : ArticlePrefix + after);
    }

    private async Task<RebuildReport> Lists(RebuildReport report, DateTimeOffset until, CancellationToken ct)
    {
        foreach (var list in await rebuild.Lists(ct))
        {
            if (time.GetUtcNow() >= until)
                return report with { Next = ListsPhase };
            report = report with { Lists = report.Lists + 1, Removed = report.Removed + await rebuild.RemoveOrphans(list, ct) };
        }

        return report with { Next = null };
    }
}
