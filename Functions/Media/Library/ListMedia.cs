using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Domain.Lists;
using News.Domain.Media;
using News.Domain.Reading;
using News.Domain.Reading.Pictures;
using News.Domain.Reading.Videos;
using News.Domain.Text;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Storage;
using News.Functions.Storage.Media;

namespace News.Functions.Media.Library;

/// <summary>The newsroom's pictures and videos, newest first: all, or those whose words and file name have every word of <c>q</c>.</summary>
public sealed class ListMedia(IDocumentStore store, AssetStore assets, MediaUsers users, VideoPresenter videos, SiteAddress address)
{
    [Function(nameof(ListMedia))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/newsroom/media")] HttpRequest request, CancellationToken ct)
    {
        var words = VietnameseText.Fold(Paging.Parameter(request.Query, "q") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (items, next) = await Search(words, Paging.Of(request.Query, MediaAsset.List), ct);
        var cursor = next is null ? null : Cursor.After(MediaAsset.List, next);
        var link = cursor is null ? null : Paging.NextUrl(request, address.BaseUrl, cursor);
        return NewsroomAnswer.Json(new MediaList(items, cursor), NewsJson.Wire.MediaList, next: link);
    }

    /// <summary>Looks through at most <see cref="RequestLimits.Searched"/> entries; the cursor then goes on where it stopped.</summary>
    private async Task<(List<IListedMedia> Items, string? Next)> Search(string[] words, Paging paging, CancellationToken ct)
    {
        List<IListedMedia> found = [];
        var last = paging.After;
        for (var looked = 0; looked < RequestLimits.Searched;)
        {
            var page = await store.Page(MediaAsset.List, new(To: last, Backward: true), ct);
            foreach (var document in page.Items)
            {
                if (!Matches(document, words) || await Show(document, ct) is not { } shown)
                    continue;
                if (found.Count == paging.Limit)
                    return (found, last);
                found.Add(shown);
                last = document.Id;
            }

            if (!page.More)
                return (found, null);
            last = page.Items[^1].Id;
            looked += page.Items.Count;
        }

        return (found, last);
    }

    /// <summary>Null where the entry is what a crash left, or its asset is about to be gone.</summary>
    private async Task<IListedMedia?> Show(Document entry, CancellationToken ct)
    {
        var id = entry.Id[^AssetId.Length..];
        if (await assets.Read(id, ct) is not { Asset: { Deleting: false } asset } || MediaAsset.EntryId(asset.CreatedAt, id) != entry.Id)
            return null;
        var usedBy = await users.Articles(id, ct);
        string[] slugs = [.. usedBy.Select(head => head.Slug)];
        var shown = videos.Show(asset);
        return shown is VideoView video ? ListedVideo.Of(asset, video, slugs) : ListedPicture.Of(asset, (PictureView)shown, slugs);
    }

    private static bool Matches(Document document, string[] words)
    {
        if (words.Length == 0)
            return true;
        var text = VietnameseText.Fold(JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.MediaEntry)!.Words());
        return words.All(word => text.Contains(word, StringComparison.Ordinal));
    }
}
