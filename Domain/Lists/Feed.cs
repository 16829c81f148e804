using News.Domain.Articles;
using News.Domain.Text;

namespace News.Domain.Lists;

/// <summary>The lists readers page through, newest first. A feed's name is the partition that holds its entries.</summary>
public static class Feed
{
    public const string Latest = "feed:latest";

    public static string Section(string slug) => $"feed:section:{slug}";

    public static string Tag(string slug) => $"feed:tag:{slug}";

    public static string Author(string key) => $"feed:author:{key}";

    public static string Format(ArticleFormat format) => $"feed:format:{KebabName.Of(format)}";

    public static string Topic(string slug) => $"feed:topic:{slug}";

    /// <summary>Every feed a published article stands in.</summary>
    public static IEnumerable<string> Of(ArticleContent content) =>
    [
        Latest,
        Section(content.Section),
        Format(content.Format),
        .. content.Tags.Select(tag => Tag(tag.Slug)),
        .. content.Bylines.Select(Author),
        .. content.Topic is null ? Array.Empty<string>() : [Topic(content.Topic.Slug)],
    ];

    /// <summary>The id of an entry: ordinal order is order of publication.</summary>
    public static string EntryId(DateTimeOffset publishedAt, string articleId) => $"{Instant.Sortable(publishedAt)}-{articleId}";
}
