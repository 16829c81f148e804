using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http;
using News.Functions.Storage.Desk;
using News.Functions.Storage.MostRead;

namespace News.Functions.MostRead;

/// <summary>An article's readers by hour and by day; the present ones grow with a few minutes' delay.</summary>
public sealed class GetReaders(ArticleDesk desk, ReaderCharts charts, TimeProvider time)
{
    [Function(nameof(GetReaders))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/newsroom/articles/{slug}/readers")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        var head = await desk.Find(slug, ct);
        if (head.Slug != slug)
            return new MovedAnswer($"/api/newsroom/articles/{head.Slug}/readers", CachePolicy.NoStore);
        var (hours, days) = await charts.Read(head.Id, time.GetUtcNow(), ct);
        var answer = new ReadersAnswer(
            [.. hours.Select(hour => new ReadersAnswer.InHour(hour.Hour.Start, hour.Readers))],
            [.. days.Select(day => new ReadersAnswer.OnDay(DateOnly.FromDateTime(day.Day.Start.UtcDateTime), day.Readers))]);
        return NewsroomAnswer.Json(answer, NewsJson.Wire.ReadersAnswer);
    }
}
