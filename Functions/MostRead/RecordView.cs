using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain.MostRead;
using News.Functions.Http;
using News.Functions.Storage.Views;

namespace News.Functions.MostRead;

/// <summary>A reader opened an article: 202 once that is stored. Programs get the same answer and are not counted.</summary>
public sealed class RecordView(ArticleIds articles, Viewers viewers, ViewBatches batches, TimeProvider time)
{
    [Function(nameof(RecordView))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/articles/{slug}/views")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        var said = await ViewRequest.Read(request, ct);
        var article = await articles.Find(slug, ct);
        if (!Viewers.IsReader(request))
            return new AcceptedAnswer();
        var hour = Hour.Of(time.GetUtcNow());
        var reader = await viewers.Mark(request, said.Visitor, hour.Day, ct);
        if (batches.Add(new(article, reader, hour)) is not { } stored)
            return Problem.Unavailable("Too many views are waiting to be stored. Send this one again.");
        await stored.WaitAsync(ct);
        return new AcceptedAnswer();
    }
}
