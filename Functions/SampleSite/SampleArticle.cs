using News.Domain.Blocks;
using News.Domain.Drafts;

namespace News.Functions.SampleSite;

/// <summary>An article of the sample site.</summary>
/// <param name="DaysAgo">When it was published, counted back from the first start.</param>
/// <param name="Pictures">Names of its pictures: the cover, and what a gallery shows.</param>
public sealed record SampleArticle(string Slug, double DaysAgo, IReadOnlyList<string> Pictures, ArticleDraft Article)
{
    /// <summary>The article with its pictures, which are in the order of their names.</summary>
    public ArticleDraft With(IReadOnlyList<PictureRef> pictures)
    {
        var gallery = pictures.Count > 1 ? [new Block.Gallery(pictures)] : Array.Empty<Block>();
        return Article with { Cover = pictures[0], Blocks = [.. Article.Blocks!.Take(1), .. gallery, .. Article.Blocks!.Skip(1)] };
    }
}
