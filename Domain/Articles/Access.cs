using System.Text.Json.Serialization;
using News.Domain.Text;

namespace News.Domain.Articles;

/// <summary>Who may read past an article's free blocks.</summary>
[JsonConverter(typeof(KebabEnum<Access>))]
public enum Access
{
    Free,
    Registered,
    Paid,
}
