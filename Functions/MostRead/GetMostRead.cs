using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain;
using News.Domain.MostRead;
using News.Domain.Text;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage.Articles;
using News.Functions.Storage.MostRead;
using News.Functions.Storage.Site;

namespace News.Functions.MostRead;

/// <summary>The most read articles of a window of time, of the whole site or of a section.</summary>
public sealed class GetMostRead(MostReadLists lists, ArticleReader articles, Presenters presenters)
{
    [Function(nameof(GetMostRead))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/most-read")] HttpRequest request, CancellationToken ct)
    {
        var (window, section, limit) = (WindowOf(request), SectionOf(request), LimitOf(request));
        var overall = await lists.Read(window, null, ct);
        var list = section is null ? overall : await lists.Read(window, section, ct);
        var items = list is null ? [] : await Fill(list, limit, ct);
        return ReadAnswer.Json(new(window.Name, (list ?? overall)?.ComputedAt, items), NewsJson.Wire.MostReadAnswer);
    }

    /// <summary>The first that readers may still see, as many as asked for.</summary>
    private async Task<IReadOnlyList<MostReadAnswer.Item>> Fill(MostReadList list, int limit, CancellationToken ct)
    {
        var presenter = await presenters.Now(ct);
        List<MostReadAnswer.Item> items = [];
        for (var taken = 0; items.Count < limit && taken < list.Items.Count;)
        {
            var next = list.Items.Skip(taken).Take(limit - items.Count).ToList();
            var cards = await articles.Cards(next.Select(entry => entry.Id), ct);
            items.AddRange(next.Where(entry => cards.ContainsKey(entry.Id)).Select((entry, i) =>
                new MostReadAnswer.Item(items.Count + i + 1, entry.Readers, presenter.Card(cards[entry.Id]))));
            taken += next.Count;
        }

        return items;
    }

    private static Window WindowOf(HttpRequest request) => Paging.Parameter(request, "window") is not { } name
        ? Window.Last24Hours
        : Window.Find(name) ?? throw Failure.Invalid("window", $"must be one of {string.Join(", ", Window.All.Select(window => window.Name))}");

    private static string? SectionOf(HttpRequest request) => Paging.Parameter(request, "section") is var section && (section is null || Slug.IsShaped(section))
        ? section
        : throw Failure.Invalid("section", "must be a slug: lower-case letters a-z, digits and hyphens");

    private static int LimitOf(HttpRequest request)
    {
        if (Paging.Parameter(request, "limit") is not { } text)
            return MostReadLimits.ListDefault;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MostReadLimits.ListMost
            ? limit
            : throw Failure.Invalid("limit", $"must be a number from 1 to {MostReadLimits.ListMost}");
    }
}
