using System.Text.Json.Serialization;
using News.Domain.Articles;
using News.Domain.Blocks;
using News.Domain.Media;
using News.Domain.Media.Uploads;

namespace News.Domain.Lists;

/// <summary>What a list keeps of a published article; names and addresses are filled in on reading.</summary>
/// <param name="Section">Section slug.</param>
/// <param name="CoverFacts">Of the cover's asset.</param>
/// <param name="Bylines">Author keys.</param>
/// <param name="DurationSeconds">Of its video, where it has one.</param>
public sealed record CardEntry(
    string Id,
    string Slug,
    string Title,
    string Lead,
    string Section,
    ArticleFormat Format,
    DateTimeOffset PublishedAt,
    PictureRef? Cover,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PictureFacts? CoverFacts,
    IReadOnlyList<string> Bylines,
    double? DurationSeconds,
    Access Access)
{
    /// <summary>The card of a published article.</summary>
    public static CardEntry Of(PublishedArticle article) => new(
        article.Id,
        article.Slug,
        article.Content.Title,
        article.Content.Lead,
        article.Content.Section,
        article.Content.Format,
        article.Publication.At,
        article.Content.Cover,
        CoverFactsOf(article.Content),
        article.Content.Bylines,
        DurationOf(article.Content),
        article.Content.Access);

    /// <summary>Of the first video, in a box too.</summary>
    private static double? DurationOf(ArticleContent content) =>
        MediaReferences.Videos(content).Select(video => content.Pictures.GetValueOrDefault(video.Asset)?.Video?.DurationSeconds).FirstOrDefault();

    /// <summary>Of the points it has crops for, only the cover's own; of a video only its poster.</summary>
    private static PictureFacts? CoverFactsOf(ArticleContent content)
    {
        if (content.Cover is not { } cover || content.Pictures.GetValueOrDefault(cover.Asset) is not { } facts)
            return null;
        var focus = cover.Focus is null ? null : CropRequest.KeyOf(cover.Focus);
        return facts with { Video = null, Focuses = focus is not null && facts.Focuses?.Contains(focus) == true ? [focus] : null };
    }
}
