using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http;
using News.Functions.Storage.Site;

namespace News.Functions.Site;

/// <summary>The site's sections in the order of its menu.</summary>
public sealed class ListSections(SiteStore site)
{
    [Function(nameof(ListSections))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/sections")] HttpRequest request, CancellationToken ct)
    {
        var directory = await site.Directory(ct);
        var items = directory.Sections.Select(section => new SectionList.Item(section.Slug, section.Name, section.Order));
        return ReadAnswer.Json(new SectionList([.. items]), NewsJson.Wire.SectionList);
    }
}
