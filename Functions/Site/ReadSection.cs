using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain;
using News.Functions.Http;
using News.Functions.Storage.Site;

namespace News.Functions.Site;

/// <summary>A section as PutSection takes it, with its ETag.</summary>
public sealed class ReadSection(SiteStore site)
{
    [Function(nameof(ReadSection))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/newsroom/sections/{slug}")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        var section = (await site.Directory(ct)).FindSection(slug)
            ?? throw new Failure(FailureCode.NotFound, $"There is no section {slug}.");
        var body = new SectionRequest(section.Name, section.Order);
        return NewsroomAnswer.Json(body, NewsJson.Wire.SectionRequest, SiteETag.Of(section.Version));
    }
}
