using System.Text.Json.Serialization;
using News.Domain.Text;

namespace News.Domain.Articles;

/// <summary>Where an article is in its life.</summary>
[JsonConverter(typeof(KebabEnum<ArticleState>))]
public enum ArticleState
{
    /// <summary>Never published, or not yet.</summary>
    Draft,
    Published,
    Withdrawn,

    /// <summary>Being deleted; nobody may see it any more, and soon nothing is left of it.</summary>
    Deleted,
}
