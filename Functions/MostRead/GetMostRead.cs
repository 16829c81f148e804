using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain;
using News.Domain.MostRead;
using News.Domain.Text;
using News.Functions.Http.Requests;

namespace News.Functions.MostRead;

/// <summary>The most read articles of a window of time, of the whole site or of a section.</summary>
public sealed class GetMostRead(MostReadAnswers lists)
{
    [Function(nameof(GetMostRead))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/most-read")] HttpRequest request, CancellationToken ct) =>
        await lists.Of(WindowOf(request), SectionOf(request), LimitOf(request), ct);

    private static Window WindowOf(HttpRequest request) => Paging.Parameter(request.Query, "window") is not { } name
        ? Window.Last24Hours
        : Window.Find(name) ?? throw Failure.Invalid("window", $"must be one of {string.Join(", ", Window.All.Select(window => window.Name))}");

    private static string? SectionOf(HttpRequest request)
    {
        var section = Paging.Parameter(request.Query, "section");
        return section is null || Slug.IsShaped(section)
            ? section
            : throw Failure.Invalid("section", "must be a slug: lower-case letters a-z, digits and hyphens");
    }

    private static int LimitOf(HttpRequest request)
    {
        if (Paging.Parameter(request.Query, "limit") is not { } text)
            return MostReadLimits.ListDefault;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MostReadLimits.ListMost
            ? limit
            : throw Failure.Invalid("limit", $"must be a number from 1 to {MostReadLimits.ListMost}");
    }
}
