using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage.Site;

namespace News.Functions.Site;

/// <summary>Creates or changes a section; its new name shows everywhere at once.</summary>
public sealed class PutSection(SiteStore site)
{
    [Function(nameof(PutSection))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/newsroom/sections/{slug}")] HttpRequest request,
        string slug,
        CancellationToken ct)
    {
        var precondition = Preconditions.Of(request);
        var wanted = (await RequestBody.Read(request, NewsJson.Wire.SectionRequest, ct)).Check(slug);
        var (section, created) = await site.PutSection(wanted, precondition, ct);
        var body = new SectionRequest(section.Name, section.Order);
        return NewsroomAnswer.Json(body, NewsJson.Wire.SectionRequest, SiteETag.Of(section.Version), created);
    }
}
