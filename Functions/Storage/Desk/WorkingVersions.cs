using News.Domain.Articles;
using News.Domain.Blocks;
using News.Domain.Drafts;
using News.Domain.Reading;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Site;

namespace News.Functions.Storage.Desk;

/// <summary>An article's versions as the newsroom reads them: names instead of keys, slugs instead of ids.</summary>
public sealed class WorkingVersions(ArticleReader articles, SiteStore site, SiteAddress address)
{
    /// <summary>The working version.</summary>
    public async Task<DraftView> Of(ArticleHead head, CancellationToken ct) =>
        await Of(head, await articles.Content(head.Id, head.Revision, ct), ct);

    /// <summary>Another content of the article as if it were the working version.</summary>
    public async Task<DraftView> Of(ArticleHead head, ArticleContent content, CancellationToken ct)
    {
        var directory = await site.Directory(ct);
        List<string> bylines = [.. content.Bylines.Select(key => directory.FindAuthor(key)?.Name ?? key)];
        return DraftView.Of(head, content, address.Article(head.Slug), bylines, await Slugs(content, ct));
    }

    private async Task<Dictionary<string, string>> Slugs(ArticleContent content, CancellationToken ct)
    {
        var slugs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in RelatedArticles.Of(content.Blocks))
        {
            if (await articles.Head(id, ct) is { Head.State: not ArticleState.Deleted } other)
                slugs[id] = other.Head.Slug;
        }

        return slugs;
    }
}
