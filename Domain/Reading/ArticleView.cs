using System.Text.Json.Nodes;
using News.Domain.Articles;
using News.Domain.Blocks;
using News.Domain.Reading.Pictures;

namespace News.Domain.Reading;

/// <summary>An article as readers get it, every name and address filled in.</summary>
/// <param name="Version">The published version.</param>
/// <param name="Blocks">Cut after the free ones where access is not free.</param>
/// <param name="JsonLd">schema.org NewsArticle.</param>
public sealed record ArticleView(
    string Id,
    string Slug,
    string Url,
    string Title,
    string Lead,
    SectionLink Section,
    ArticleFormat Format,
    IReadOnlyList<Tag> Tags,
    Tag? Topic,
    IReadOnlyList<AuthorView> Bylines,
    string? Source,
    DateTimeOffset PublishedAt,
    DateTimeOffset UpdatedAt,
    int Version,
    int ReadingMinutes,
    PictureView? Cover,
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<Correction> Corrections,
    string? SeoTitle,
    string? CanonicalUrl,
    string Lang,
    string Robots,
    Access Access,
    int FreeBlocks,
    JsonObject JsonLd);
