using Microsoft.AspNetCore.Http;
using News.Domain;
using News.Domain.Articles;
using News.Domain.Lists;
using News.Domain.Site;
using News.Domain.Text;
using News.Functions.Http.Requests;

namespace News.Functions.Articles;

/// <summary>Which feed a query asks for.</summary>
/// <param name="Name">The feed.</param>
/// <param name="Filter">The parameter that chose it; null where none did.</param>
/// <param name="Value">That parameter's value.</param>
public sealed record FeedChoice(string Name, string? Filter, string Value)
{
    private static readonly string[] _filters = ["section", "tag", "author", "format", "topic"];

    private static readonly string[] _besides = [.. _filters, "from", "to", "limit", "cursor"];

    /// <summary>Makes sure that nothing is asked for besides ids, which name exactly what is wanted.</summary>
    /// <exception cref="Failure">Something is; each is named.</exception>
    public static void RefuseBesideIds(IQueryCollection query)
    {
        var errors = new FieldErrors();
        foreach (var name in _besides)
            errors.Check(Paging.Parameter(query, name) is null, name, "cannot be combined with ids");
        errors.ThrowIfAny();
    }

    /// <summary>The feed; null where it can have no entries.</summary>
    /// <exception cref="Failure">More than one filter, or a value that names nothing.</exception>
    public static FeedChoice? Of(IQueryCollection query, SiteDirectory directory)
    {
        string? chosen = null;
        foreach (var filter in query.Count == 0 ? [] : _filters)
        {
            if (Paging.Parameter(query, filter) is null)
                continue;
            if (chosen is not null)
                throw Failure.Invalid(filter, $"cannot be combined with {chosen}");
            chosen = filter;
        }

        if (chosen is null)
            return new(Feed.Latest, null, "");
        var value = Paging.Parameter(query, chosen)!;
        return NameOf(chosen, value, directory) is { } name ? new(name, chosen, value) : null;
    }

    private static string? NameOf(string filter, string value, SiteDirectory directory)
    {
        if (filter == "format")
            return OfFormat(value);
        if (!Slug.IsShaped(value))
            throw Failure.Invalid(filter, "must be a slug: lower-case letters a-z, digits and hyphens");
        return filter switch
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
