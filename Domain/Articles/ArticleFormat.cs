using System.Text.Json.Serialization;
using News.Domain.Text;

namespace News.Domain.Articles;

/// <summary>How an article tells its story; in JSON in kebab case (<c>e-magazine</c>).</summary>
[JsonConverter(typeof(KebabEnum<ArticleFormat>))]
public enum ArticleFormat
{
    News,
    Video,
    EMagazine,
    Infographic,
    Gallery,
}
