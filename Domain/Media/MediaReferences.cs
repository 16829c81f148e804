using News.Domain.Articles;
using News.Domain.Blocks;

namespace News.Domain.Media;

/// <summary>The pictures and videos an article points to.</summary>
public static class MediaReferences
{
    /// <summary>Every reference, the cover first.</summary>
    public static IEnumerable<PictureRef> Of(ArticleContent content) =>
        (content.Cover is { } cover ? [cover] : Array.Empty<PictureRef>()).Concat(content.Blocks.SelectMany(BlockPictures.Of));

    /// <summary>Every place where a video is to play, in the order of the blocks.</summary>
    public static IEnumerable<PictureRef> Videos(ArticleContent content) => content.Blocks.SelectMany(BlockPictures.VideosOf);

    /// <summary>The id of every asset, once.</summary>
    public static IReadOnlyList<string> Assets(ArticleContent content) =>
        [.. Of(content).Select(reference => reference.Asset).Distinct(StringComparer.Ordinal)];
}
