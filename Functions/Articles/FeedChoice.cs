using Microsoft.AspNetCore.Http;
using News.Domain;
using News.Domain.Articles;
using News.Domain.Lists;
using News.Domain.Site;
using News.Domain.Text;
using News.Functions.Http.Requests;

namespace News.Functions.Articles;

/// <summary>Which feed a query asks for.</summary>
public static class FeedChoice
{
    private static readonly string[] _filters = ["section", "tag", "author", "format", "topic"];

    /// <summary>The feed's name; null where it can have no entries.</summary>
    /// <exception cref="Failure">More than one filter, or a value that names nothing.</exception>
    public static string? Of(HttpRequest request, SiteDirectory directory)
    {
        var given = _filters.Where(filter => Paging.Parameter(request, filter) is not null).ToList();
        if (given.Count > 1)
            throw Failure.Invalid(given[1], $"cannot be combined with {given[0]}");
        if (given.Count == 0)
            return Feed.Latest;
        var value = Paging.Parameter(request, given[0])!;
        if (given[0] == "format")
            return OfFormat(value);
        if (!Slug.IsShaped(value))
            throw Failure.Invalid(given[0], "must be a slug: lower-case letters a-z, digits and hyphens");
        return given[0] switch
        {
            "section" => directory.FindSection(value) is null ? null : Feed.Section(value),
            "author" => directory.FindBySlug(value) is { } author ? Feed.Author(author.Key) : null,
            "tag" => Feed.Tag(value),
            _ => Feed.Topic(value),
        };
    }

    private static string OfFormat(string value) => KebabName.TryParse(value, out ArticleFormat format)
        ? Feed.Format(format)
        : throw Failure.Invalid("format", $"must be one of {string.Join(", ", KebabName.All<ArticleFormat>())}");
}
