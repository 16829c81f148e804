using System.Text.Json.Serialization;

namespace News.Functions.Media.Library;

/// <summary>A picture or video in the newsroom's library.</summary>
[JsonDerivedType(typeof(ListedPicture))]
[JsonDerivedType(typeof(ListedVideo))]
public interface IListedMedia
{
    string FileName { get; }

    DateTimeOffset CreatedAt { get; }

    /// <summary>Slugs of the articles that show it, published or not.</summary>
    IReadOnlyList<string> UsedBy { get; }
}
