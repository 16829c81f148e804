using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Reading;
using News.Functions.Reading.Answers;
using News.Functions.Reading.Cache;

namespace News.Functions.Site;

/// <summary>The site's sections in the order of its menu.</summary>
public sealed class ListSections(ReadingCache cache, Presenters presenters)
{
    private static readonly CacheKey _key = new("sections", "");

    [Function(nameof(ListSections))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/sections")] HttpRequest request, CancellationToken ct) =>
        (await cache.Get(_key, presenters, Show, ct))!;

    private static async ValueTask<ReadAnswer?> Show(Presenters presenters, CancellationToken ct)
    {
        var sections = (await presenters.Now(ct)).Sections;
        var items = sections.Select(section => new SectionList.Item(section.Slug, section.Name, section.Order));
        return ReadAnswer.Json(new SectionList([.. items]), NewsJson.Wire.SectionList);
    }
}
