using Microsoft.AspNetCore.Http;
using News.Domain.Articles;
using News.Domain.Blocks;
using News.Domain.Drafts;
using News.Domain.Reading;
using News.Functions.Http;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Site;

namespace News.Functions.Newsroom;

/// <summary>Answers with an article's working version and its ETag.</summary>
public sealed class DraftAnswers(ArticleReader articles, SiteStore site, SiteAddress address)
{
    public async Task<IResult> Of(ArticleHead head, CancellationToken ct, bool created = false)
    {
        var content = await articles.Content(head.Id, head.Revision, ct);
        var directory = await site.Directory(ct);
        List<string> bylines = [.. content.Bylines.Select(key => directory.FindAuthor(key)?.Name ?? key)];
        var view = DraftView.Of(head, content, address.Article(head.Slug), bylines, await Slugs(content, ct));
        return NewsroomAnswer.Json(view, NewsJson.Wire.DraftView, head.ETag, created);
    }

    private async Task<Dictionary<string, string>> Slugs(ArticleContent content, CancellationToken ct)
    {
        var slugs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in RelatedArticles.Of(content.Blocks))
        {
            if (await articles.Head(id, ct) is { } other)
                slugs[id] = other.Head.Slug;
        }

        return slugs;
    }
}
