using System.Globalization;
using System.Text.Json.Nodes;
using News.Domain.Articles;

namespace News.Domain.Reading;

/// <summary>What search engines read of an article: schema.org NewsArticle, with the members Google documents for news.</summary>
public static class NewsArticleJsonLd
{
    /// <summary>The object for the page's <c>application/ld+json</c>.</summary>
    public static JsonObject Of(ArticleView article, SiteAddress site)
    {
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["headline"] = article.Title,
            ["description"] = article.Lead,
            ["url"] = article.Url,
            ["mainEntityOfPage"] = article.CanonicalUrl ?? article.Url,
            ["datePublished"] = Moment(article.PublishedAt),
            ["dateModified"] = Moment(article.UpdatedAt),
            ["inLanguage"] = article.Lang,
            ["articleSection"] = article.Section.Name,
            ["keywords"] = new JsonArray([.. article.Tags.Select(tag => JsonValue.Create(tag.Name))]),
            ["author"] = new JsonArray([.. article.Bylines.Select(Person)]),
            ["publisher"] = new JsonObject { ["@type"] = "NewsMediaOrganization", ["name"] = site.Name, ["url"] = site.BaseUrl },
            ["isAccessibleForFree"] = article.Access == Access.Free,
        };
        if (article.Cover is { Src: not null } cover)
            data["image"] = new JsonArray([.. cover.Crops.Values.Select(crop => JsonValue.Create(crop.Src))]);
        if (article.Corrections.Count > 0)
            data["correction"] = new JsonArray([.. article.Corrections.Select(CorrectionComment)]);
        return data;
    }

    private static JsonObject Person(AuthorView author) => new()
    {
        ["@type"] = "Person",
        ["name"] = author.Name,
        ["url"] = author.Url,
    };

    private static JsonObject CorrectionComment(Correction correction) => new()
    {
        ["@type"] = "CorrectionComment",
        ["text"] = correction.Text,
        ["datePublished"] = Moment(correction.At),
    };

    private static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
}
