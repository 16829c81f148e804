using News.Domain.Blocks;
using News.Domain.Drafts;

namespace News.Functions.SampleSite;

/// <summary>An article of the sample site.</summary>
/// <param name="DaysAgo">When it was published, counted back from the first start.</param>
/// <param name="Pictures">Names of its pictures: the cover, and what a gallery shows.</param>
/// <param name="Video">Name of its video.</param>
public sealed record SampleArticle(string Slug, double DaysAgo, IReadOnlyList<string> Pictures, ArticleDraft Article, string? Video = null)
{
    /// <summary>The article with its pictures, which are in the order of their names, and its video if there is one.</summary>
    public ArticleDraft With(IReadOnlyList<PictureRef> pictures, PictureRef? video)
    {
        Block[] gallery = pictures.Count > 1 ? [new Block.Gallery(pictures)] : [];
        Block[] film = video is null ? [] : [new Block.Video(video)];
        return Article with { Cover = pictures[0], Blocks = [.. Article.Blocks!.Take(1), .. film, .. gallery, .. Article.Blocks!.Skip(1)] };
    }
}
