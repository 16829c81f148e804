using News.Domain.Articles;
using News.Domain.Reading.Pictures;

namespace News.Domain.Reading;

/// <summary>An article in a list.</summary>
/// <param name="Bylines">Names.</param>
public sealed record CardView(
    string Id,
    string Slug,
    string Url,
    string Title,
    string Lead,
    SectionLink Section,
    ArticleFormat Format,
    DateTimeOffset PublishedAt,
    PictureView? Cover,
    IReadOnlyList<string> Bylines,
    double? DurationSeconds,
    Access Access);
