using Microsoft.AspNetCore.Http;
using News.Domain.Lists;
using News.Functions.Articles;
using News.Functions.Storage;
using News.Functions.Storage.Articles;

namespace News.Functions.Tests.Storage.Cost;

/// <summary>What readers ask for, with nothing kept from an earlier request.</summary>
public sealed class PageReads(CountedSite site)
{
    private static readonly string[] _formats = ["e-magazine", "infographic", "video"];

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    /// <summary>Each request on its own.</summary>
    public async Task<List<Deed>> Read(string slug) =>
    [
        await site.Count("article", () => Article(slug)),
        await site.Count("article that was renamed", () => Article(ArticleLife.Slug)),
        await site.Count("unknown article", () => Article("khong-co-bai-nay")),
        await site.Count("list of 20", () => site.Get<ListArticles>().Run(Get("?section=muc-3"), Ct)),
        await site.Count("page around an article", () => Page(slug)),
    ];

    /// <summary>
    /// The parts of GetArticlePage: the article, its section, five cards by id, a page of videos, three of the multimedia tab, the topic.
    /// </summary>
    private async Task Page(string slug)
    {
        await Article(slug);
        await List("feed:section:muc-3", 10);
        await site.Store.Read("mostread:24h", "all", Ct);
        var latest = await site.Get<IDocumentStore>().Page(Feed.Latest, new(Backward: true, Take: 6), Ct);
        await site.Get<ArticleReader>().Cards(latest.Items.Take(5).Select(entry => entry.Id.Split('-')[1]), Ct);
        await List("feed:format:video", 10);
        foreach (var format in _formats)
            await List($"feed:format:{format}", 11);
        await List("feed:topic:nong-thon-moi", 7);
    }

    private Task<IResult> Article(string slug) => site.Get<GetArticle>().Run(Get(), slug, Ct);

    private async Task List(string feed, int take) => Assert(await site.Store.Page(feed, new(Backward: true, Take: take), Ct), take);

    private static void Assert(DocumentPage page, int take) => Xunit.Assert.Equal(take, page.Items.Count);

    private static HttpRequest Get(string query = "")
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new(query);
        return request;
    }
}
