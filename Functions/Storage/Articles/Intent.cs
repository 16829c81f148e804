namespace News.Functions.Storage.Articles;

/// <summary>A note, left before an article is changed, that its lists must be brought up to date.</summary>
/// <param name="ArticleId">Whose.</param>
/// <param name="Mark">Of the one write; stands in the head's <c>pending</c> until the lists are right.</param>
/// <param name="NewSlug">The slug this write reserves, if any.</param>
/// <param name="Asset">The picture that is being changed, instead of an article: those that use it must show it as it is then.</param>
public sealed record Intent(string ArticleId, string Mark, string? NewSlug = null, string? Asset = null)
{
    public const string Partition = "intent";
}
