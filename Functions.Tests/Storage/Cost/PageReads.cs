using Microsoft.AspNetCore.Http;
using News.Functions.Articles;
using News.Functions.Pages;

namespace News.Functions.Tests.Storage.Cost;

/// <summary>What readers ask for, with nothing kept from an earlier request.</summary>
public sealed class PageReads(CountedSite site)
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    /// <summary>Each request on its own.</summary>
    public async Task<List<Deed>> Read(string slug) =>
    [
        await Cold("article", fresh => Article(fresh, slug)),
        await Cold("article that was renamed", fresh => Article(fresh, ArticleLife.Slug)),
        await Cold("unknown article", fresh => Article(fresh, "khong-co-bai-nay")),
        await Cold("list of 20", fresh => fresh.Get<ListArticles>().Run(Get("?section=muc-3"), Ct)),
        await Cold("page around an article", fresh => fresh.Get<GetArticlePage>().Run(Get(), slug, Ct)),
    ];

    private async Task<Deed> Cold(string name, Func<CountedSite, Task> request)
    {
        await using var fresh = site.Fresh();
        return await fresh.Count(name, () => request(fresh));
    }

    private static Task<IResult> Article(CountedSite fresh, string slug) => fresh.Get<GetArticle>().Run(Get(), slug, Ct);

    private static HttpRequest Get(string query = "")
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new(query);
        return request;
    }
}
