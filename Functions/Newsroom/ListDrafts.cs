using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain;
using News.Domain.Lists;
using News.Domain.Projection;
using News.Domain.Reading;
using News.Domain.Text;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage;

namespace News.Functions.Newsroom;

/// <summary>The newsroom's articles, newest change first: all, or of one state, or those whose title has all words of <c>q</c>.</summary>
public sealed class ListDrafts(IDocumentStore store, SiteAddress address)
{
    private static readonly string[] _states = ["draft", "published", "withdrawn", "scheduled"];

    [Function(nameof(ListDrafts))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/newsroom/articles")] HttpRequest request, CancellationToken ct)
    {
        var state = Paging.Parameter(request.Query, "state");
        if (state is not null && !_states.Contains(state))
            throw Failure.Invalid("state", $"must be one of {string.Join(", ", _states)}");
        var desk = state is null ? WantedDocuments.DeskOfAll : $"desk:{state}";
        var words = VietnameseText.Fold(Paging.Parameter(request.Query, "q") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (items, next) = await Search(desk, words, Paging.Of(request.Query, desk), ct);
        var cursor = next is null ? null : Cursor.After(desk, next);
        var link = cursor is null ? null : Paging.NextUrl(request, address.BaseUrl, cursor);
        return NewsroomAnswer.Json(new DraftList(items, cursor), NewsJson.Wire.DraftList, next: link);
    }

    /// <summary>Looks through at most <see cref="RequestLimits.Searched"/> entries; the cursor then goes on where it stopped.</summary>
    private async Task<(List<DeskEntry> Items, string? Next)> Search(string desk, string[] words, Paging paging, CancellationToken ct)
    {
        List<DeskEntry> found = [];
        var last = paging.After;
        for (var looked = 0; looked < RequestLimits.Searched;)
        {
            var page = await store.Page(desk, new(To: last, Backward: true), ct);
            foreach (var document in page.Items)
            {
                var entry = JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.DeskEntry)!;
                if (!Matches(entry, words))
                    continue;
                if (found.Count == paging.Limit)
                    return (found, last);
                found.Add(entry);
                last = document.Id;
            }

            if (!page.More)
                return (found, null);
            last = page.Items[^1].Id;
            looked += page.Items.Count;
        }

        return (found, last);
    }

    private static bool Matches(DeskEntry entry, string[] words)
    {
        if (words.Length == 0)
            return true;
        var text = $"{VietnameseText.Fold(entry.Title)} {entry.Slug}";
        return words.All(word => text.Contains(word, StringComparison.Ordinal));
    }
}
