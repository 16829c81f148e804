using News.Domain.Drafts;

namespace News.Functions.SampleSite;

/// <summary>An article of the sample site.</summary>
/// <param name="DaysAgo">When it was published, counted back from the first start.</param>
public sealed record SampleArticle(string Slug, double DaysAgo, ArticleDraft Article);
